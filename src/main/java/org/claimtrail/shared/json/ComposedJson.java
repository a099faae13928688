package org.claimtrail.shared.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.inject.Singleton;

/** Answers that are composed anew, as the bytes that the REST layer would write. */
@Singleton
public class ComposedJson {

    private final ObjectWriter writer;

    ComposedJson(ObjectMapper mapper) {
        this.writer = mapper.writer();
    }

    public byte[] bytes(Object answer) {
        try {
            return writer.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }
}

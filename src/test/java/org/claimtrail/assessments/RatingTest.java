package org.claimtrail.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatingTest {

    @Test
    void the_plain_label_is_in_english_or_in_some_english_or_the_first_there_is() {
        assertThat(plain("de", "Falsch", "en-GB", "Untrue", "en", "False")).isEqualTo("False");
        assertThat(plain("de", "Falsch", "en-GB", "Untrue", "en-US", "Bogus")).isEqualTo("Untrue");
        assertThat(plain("de", "Falsch", "fr", "Faux")).isEqualTo("Falsch");
    }

    private static String plain(String... labels) {
        Map<String, String> label = new LinkedHashMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            label.put(labels[i], labels[i + 1]);
        }
        return new Rating("false", label, null, null, null, new Normalised(0.0, List.of())).plainLabel();
    }
}

package org.claimtrail.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import org.claimtrail.shared.json.Place;
import org.claimtrail.shared.json.StrictJson;

/** One file of seeds: read as strictly as a request, its references replaced by ids. */
final class SeedFile {

    private SeedFile() {}

    /** The entries of the file. */
    static JsonNode entries(String name) {
        String path = "seeds/" + name + ".json";
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException(path + " is not part of the application");
            }
            return SeedIds.NAMES.resolve(StrictJson.tree(file.readAllBytes()), Place.ROOT, reference -> {});
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be read", e);
        }
    }
}

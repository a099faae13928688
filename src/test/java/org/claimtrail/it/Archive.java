package org.claimtrail.it;

import java.util.Map;
import org.claimtrail.support.Client;

/** An import that has brought a record. */
final class Archive {

    private Archive() {}

    /** Gives the path of the import. */
    static String bringTo(Client admin) {
        String id = admin.send("POST", "/v1/imports", "{\"name\":\"Archive\"}", Map.of("Idempotency-Key", "archive"))
                .expect(201)
                .id();
        String agent = "{\"kind\":\"agent\",\"name\":\"a\",\"content\":{\"type\":\"Person\",\"name\":\"Imported\"}}";
        Map<String, String> lines = Map.of("Content-Type", "application/x-ndjson");
        admin.send("POST", "/v1/imports/" + id + "/records", agent, lines).expect(200);
        return "/v1/imports/" + id;
    }
}

package org.claimtrail.it;

import java.time.Instant;
import java.util.Map;
import org.claimtrail.support.Client;
import org.jspecify.annotations.Nullable;

/** An approved assessment that is published at a time to come. */
final class Scheduled {

    private Scheduled() {}

    /** Gives its id. */
    static String at(Client admin, Staff staff, Instant at) {
        String claim = admin.get("/v1/claims?limit=1")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
        Map<String, Object> body = Map.of("assessor", staff.desk, "scale", staff.scale, "rating", "false");
        String id = staff.contributor
                .post("/v1/claims/" + claim + "/assessments", body)
                .expect(201)
                .id();
        step(staff.contributor, id, "submit", null);
        String pseudonym =
                admin.get("/v1/keys?limit=1").json().at("/items/0/actor").asText();
        admin.put("/v1/assessments/" + id + "/review", Map.of("assignee", pseudonym, "due", at.toString()), "*")
                .expect(200);
        step(staff.editor, id, "approve", null);
        step(staff.editor, id, "publish", "{\"at\":\"" + at + "\"}");
        new Client(admin.service(), "").get("/v1/assessments/" + id).expect(404);
        return id;
    }

    private static void step(Client by, String id, String step, @Nullable String body) {
        by.send("POST", "/v1/assessments/" + id + "/" + step, body, Map.of("If-Match", "*"))
                .expect(200);
    }
}

package org.claimtrail.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.claimtrail.support.Client;

/** Two desks and all that happens to desks, their people and their records; and keys with all that they can be limited to. */
final class TwoDesks {

    private final Client admin;

    TwoDesks(Client admin) {
        this.admin = admin;
    }

    void move() {
        String politics =
                admin.post("/v1/desks", Map.of("name", "Politics")).expect(201).id();
        String health =
                admin.post("/v1/desks", Map.of("name", "Health")).expect(201).id();
        JsonNode vera = key(Map.of("holder", "Vera", "role", "editor"));
        JsonNode otto = key(Map.of("holder", "Otto", "role", "contributor"));
        member(politics, vera, "contributor");
        member(politics, vera, "editor");
        member(politics, otto, "contributor");
        member(health, otto, "contributor");
        member(health, vera, "editor");
        transfer(new Client(admin.service(), otto.path("key").asText()), politics, health);
        JsonNode gone = key(Map.of("holder", "Gone", "role", "editor"));
        member(health, gone, "editor");
        admin.send("DELETE", "/v1/desks/" + health + "/members/" + actor(gone), null, Map.of())
                .expect(204);
        admin.post("/v1/desks/" + health + "/close", Map.of()).expect(200);
        limited();
        discussed();
    }

    /** Comments on an assessment of the seeds: one that was edited, one that is resolved, an answer, an erased one. */
    private void discussed() {
        String assessment =
                admin.get("/v1/assessments?limit=1").json().at("/items/0/id").asText();
        String comments = "/v1/assessments/" + assessment + "/comments";
        String open = said(comments, Map.of("text", "Who says so?"));
        admin.put(comments + "/" + open, Map.of("text", "Who said so?"), "*").expect(200);
        said(comments, Map.of("text", "Settled.", "resolved", true));
        said(comments, Map.of("text", "She did.", "replyTo", open));
        String erased = said(comments, Map.of("text", "To be erased."));
        admin.send("POST", comments + "/" + erased + "/erase", "{\"basis\":\"court_order\"}", Map.of("If-Match", "*"))
                .expect(200);
    }

    private String said(String comments, Map<String, Object> body) {
        return admin.post(comments, body).expect(201).id();
    }

    /** Two claims stay where they were made, one goes on. */
    private void transfer(Client author, String from, String to) {
        String agent = admin.get("/v1/agents?limit=1").json().at("/items/0/id").asText();
        for (int i = 0; i < 3; i++) {
            Map<String, Object> claim = Map.of("text", "Of a desk " + i, "inLanguage", "en", "claimant", agent);
            String id =
                    author.post("/v1/claims?desk=" + from, claim).expect(201).id();
            if (i == 0) {
                String body = Client.json(Map.of("desk", to, "reason", "health's"));
                admin.send("POST", "/v1/claims/" + id + "/transfer", body, Map.of("If-Match", "*"))
                        .expect(204);
            }
        }
    }

    private void limited() {
        String end = Instant.now().plus(90, ChronoUnit.DAYS).toString();
        key(Map.of(
                "holder",
                "Robot",
                "role",
                "contributor",
                "scopes",
                List.of("write"),
                "allowedAddresses",
                List.of("192.0.2.0/24"),
                "rateLimit",
                50,
                "expiresAt",
                end));
        JsonNode renewed = key(Map.of("holder", "Robot", "role", "auditor"));
        admin.post("/v1/keys/" + renewed.path("id").asText() + "/rotate", Map.of("overlap", "PT24H"))
                .expect(200);
    }

    private void member(String desk, JsonNode key, String role) {
        String body = Client.json(Map.of("role", role));
        admin.send("PUT", "/v1/desks/" + desk + "/members/" + actor(key), body, Map.of())
                .expect(200);
    }

    private JsonNode key(Map<String, Object> input) {
        return admin.post("/v1/keys", input).expect(201).json();
    }

    private static String actor(JsonNode key) {
        return key.path("actor").asText();
    }
}

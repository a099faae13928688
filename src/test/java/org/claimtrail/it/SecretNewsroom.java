package org.claimtrail.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.support.Client;
import org.claimtrail.support.Reply;
import org.jspecify.annotations.Nullable;

/** A desk with something to hide of every kind, and people who may and may not see it. */
final class SecretNewsroom {

    private final Client admin;
    private final List<Secret> secrets = new ArrayList<>();
    private final String assessor;
    private final String scale;
    private String desk = "";
    private @Nullable Client author;
    private @Nullable Client editor;

    SecretNewsroom(Client admin) {
        this.admin = admin;
        Staff staff = new Staff(admin);
        this.assessor = staff.desk;
        this.scale = staff.scale;
    }

    List<Secret> secrets() {
        return secrets;
    }

    /** Somebody who sees all of it but what was erased. */
    Client insider() {
        return admin;
    }

    /** Somebody of no desk. */
    Client outsider() {
        return admin.person("Out Sider", "contributor");
    }

    void plant() {
        secrets.add(new Secret("administrator's key", lower(admin.key().split("\\.", 2)[1]), false));
        desk = admin.post("/v1/desks", Map.of("name", secret("desk's name", true)))
                .expect(201)
                .id();
        editor = member("editor");
        author = member("contributor");
        published();
        underWay();
        closed();
    }

    private Client member(String role) {
        Map<String, Object> input = Map.of(
                "holder", secret("key's holder", true),
                "role", role,
                "subject", secret("subject at the provider", false),
                "note", secret("key's note", false));
        JsonNode key = admin.post("/v1/keys", input).expect(201).json();
        admin.send(
                        "PUT",
                        "/v1/desks/" + desk + "/members/" + key.path("actor").asText(),
                        Client.json(Map.of("role", role)),
                        Map.of())
                .expect(200);
        return new Client(admin.service(), key.path("key").asText());
    }

    /** What readers see, resting on what they do not; and a correction of it that is not published. */
    private void published() {
        String claim = claim("Something public");
        Map<String, Object> shown = resting();
        shown.put("ratingExplanation", "What everyone may read.");
        shown.put("body", "What everyone may read.");
        String id = draft(claim, shown);
        step(author(), id, "submit", null);
        step(editor(), id, "approve", null);
        step(editor(), id, "publish", null);
        Map<String, Object> next = hidden("correction");
        next.putAll(Map.of("changeType", "correction", "correctionNotice", secret("unpublished notice", false)));
        next.put("changeReason", secret("unpublished reason", false));
        author().put("/v1/assessments/" + id, next, "*").expect(200);
        discussed(id);
    }

    /** What is said about something published: first in other words, with an answer, and something that is erased. */
    private void discussed(String assessment) {
        Map<String, Object> quote = Map.of("exact", secret("quotation in a comment", false));
        String first = comment(editor(), assessment, Map.of("text", secret("comment before its edit", false)));
        editor().put(first, Map.of("text", secret("comment", false), "quote", quote), "*")
                .expect(200);
        String answered = first.substring(first.lastIndexOf('/') + 1);
        comment(author(), assessment, Map.of("text", secret("answer to a comment", false), "replyTo", answered));
        String erased = comment(author(), assessment, Map.of("text", secret("erased comment", false)));
        admin.send("POST", erased + "/erase", "{\"basis\":\"court_order\"}", Map.of("If-Match", "*"))
                .expect(200);
    }

    /** Gives its path. */
    private static String comment(Client by, String assessment, Map<String, Object> body) {
        return by.post("/v1/assessments/" + assessment + "/comments", body)
                .expect(201)
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
    }

    private void underWay() {
        String claim = claim("Something else public");
        draft(claim, hidden("draft"));
        String returned = draft(claim, hidden("returned draft"));
        step(author(), returned, "submit", null);
        step(editor(), returned, "return", Map.of("comment", secret("comment of a return", false)));
        String approved = draft(claim, hidden("approved draft"));
        step(author(), approved, "submit", null);
        step(editor(), approved, "approve", Map.of("comment", secret("comment of an approval", false)));
        String waiting = draft(claim, hidden("draft in review"));
        comment(author(), waiting, Map.of("text", secret("comment on a draft", false)));
        step(author(), waiting, "submit", null);
    }

    private void closed() {
        String withheld = claim(secret("withheld claim", false));
        admin.send("POST", "/v1/claims/" + withheld + "/withhold", "{\"reason\":\"safety\"}", Map.of("If-Match", "*"))
                .expect(200);
        String erased = claim(secret("erased claim", false));
        admin.send("POST", "/v1/claims/" + erased + "/erase", "{\"basis\":\"court_order\"}", Map.of("If-Match", "*"))
                .expect(200);
    }

    private String claim(String text) {
        Map<String, Object> claim = Map.of("text", text, "inLanguage", "en", "claimant", assessor);
        return author().post("/v1/claims?desk=" + desk, claim).expect(201).id();
    }

    private String draft(String claim, Map<String, Object> body) {
        return author().post("/v1/claims/" + claim + "/assessments?desk=" + desk, body)
                .expect(201)
                .id();
    }

    private Map<String, Object> hidden(String what) {
        Map<String, Object> body = resting();
        body.put("ratingExplanation", secret("explanation of a " + what, false));
        body.put("body", secret("body of a " + what, false));
        return body;
    }

    /** A judgement without a word, on evidence that is confidential. */
    private Map<String, Object> resting() {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("stance", "refutes");
        evidence.put("confidential", true);
        evidence.put("withheldReason", "source protection");
        evidence.put("note", "https://" + secret("address in a note", false) + ".example/ “" + secret("note", false));
        evidence.put("quote", Map.of("exact", secret("quotation", false), "prefix", secret("prefix", false)));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("assessor", assessor);
        body.put("scale", scale);
        body.put("rating", "false");
        body.put("evidence", List.of(evidence));
        return body;
    }

    private void step(Client by, String id, String step, @Nullable Object body) {
        String text = body == null ? null : Client.json(body);
        Reply reply = by.send("POST", "/v1/assessments/" + id + "/" + step, text, Map.of("If-Match", "*"));
        reply.expect(200);
    }

    private Client author() {
        return java.util.Objects.requireNonNull(author);
    }

    private Client editor() {
        return java.util.Objects.requireNonNull(editor);
    }

    private String secret(String what, boolean isKnownToStaff) {
        String word = "zq" + Integer.toString(secrets.size() + 100, 36) + "xkw"
                + Marker.next().replaceAll("[^a-z0-9]", "");
        secrets.add(new Secret(what, lower(word), isKnownToStaff));
        return lower(word);
    }

    private static String lower(String text) {
        return text.toLowerCase(java.util.Locale.ROOT);
    }
}

package org.claimtrail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.access.Actor;
import org.claimtrail.access.Keys;
import org.claimtrail.access.NewKey;
import org.claimtrail.access.Role;
import org.claimtrail.support.ApiDocument;
import org.claimtrail.support.ApiOperation;
import org.claimtrail.support.Client;
import org.claimtrail.support.RecordedAnswers;
import org.claimtrail.support.Reply;
import org.junit.jupiter.api.Test;

/**
 * Every example of the API description runs as it stands against the seeds, with the administrator's key where a key is
 * needed, and is answered as the description says. Only four eyes ask for a second person: an author, who writes what
 * the administrator approves. With {@code -Dclaimtrail.examples.record=true} the answers become the description's
 * examples of answers.
 */
@QuarkusTest
@TestProfile(OpenApiExamplesTest.UntouchedSeeds.class)
class OpenApiExamplesTest {

    /** In this order each finds what it needs; what is not named comes before these. */
    private static final List<String> STORY = List.of(
            "editAssessment",
            "submitAssessment",
            "listReviews",
            "returnAssessment",
            "approveAssessment",
            "assignReview",
            "publishAssessment",
            "unscheduleAssessment",
            "retractAssessment",
            "voidAssessment",
            "withdrawClaim",
            "reopenClaim",
            "mergeClaim",
            "transferAssessment",
            "transferClaim",
            "withholdAgent",
            "releaseAgent",
            "eraseAgent",
            "withholdSource",
            "releaseSource",
            "eraseSource",
            "withholdClaim",
            "releaseClaim",
            "eraseClaim",
            "withholdRelation",
            "releaseRelation",
            "eraseRelation",
            "withholdAssessment",
            "releaseAssessment",
            "eraseAssessment",
            "withholdRatingScale",
            "releaseRatingScale",
            "eraseRatingScale",
            "getKey",
            "rotateKey",
            "revokeKey");

    private static final List<String> BY_THE_AUTHOR = List.of("draftAssessment", "editAssessment", "submitAssessment");

    @Inject
    Keys keys;

    @TestHTTPResource
    URI service;

    private final ApiDocument document = ApiDocument.generated();
    private final RecordedAnswers recorded = new RecordedAnswers();
    private Client admin;
    private Client author;
    private String desk = "";

    @Test
    void every_example_runs_and_is_answered_as_documented() {
        Actor someone = keys.person("Administrator");
        admin = new Client(
                service, keys.create(someone, NewKey.of("Admin", Role.ADMIN)).key());
        author = admin.person("Author", "contributor");
        List<ApiOperation> operations = new ArrayList<>(document.operations());
        operations.sort(Comparator.comparingInt((ApiOperation operation) -> STORY.indexOf(operation.id()))
                .thenComparing(operation -> !operation.method().equals("GET")));
        List<String> wrong = new ArrayList<>();

        for (ApiOperation operation : operations) {
            wrong.addAll(run(operation, prepared(operation)));
        }

        assertThat(wrong).isEmpty();
        recorded.writeIfWanted();
    }

    /** What an example needs that the seeds cannot give: a state that somebody brought about. */
    private Map<String, String> prepared(ApiOperation operation) {
        return switch (operation.id()) {
            case "approveAssessment" -> {
                step(author, operation.exampleTarget(Map.of()).replace("/approve", "/submit"));
                yield Map.of();
            }
            case "retractAssessment" -> {
                step(admin, operation.exampleTarget(Map.of()).replace("/retract", "/publish"));
                yield Map.of();
            }
            case "voidAssessment" -> Map.of("id", published());
            case "listReviewComments",
                    "getReviewComment",
                    "editReviewComment",
                    "listReviewCommentVersions",
                    "getReviewCommentVersion",
                    "eraseReviewComment" -> Map.of("comment", comment());
            case "getBundle" -> Map.of("event", logged());
            case "retireLogKey" ->
                Map.of("id", admin.post("/v1/audit/keys", Map.of()).expect(201).id());
            case "getKey", "rotateKey", "revokeKey" -> Map.of("id", leaving());
            case "getImport", "importRecords" -> Map.of("id", started());
            case "listImports" -> {
                started();
                yield Map.of();
            }
            case "listDesks" -> {
                desk();
                yield Map.of();
            }
            case "getDesk", "listDeskMembers", "putDeskMember", "removeDeskMember" ->
                Map.of("id", desk(), "pseudonym", member());
            case "closeDesk" ->
                Map.of(
                        "id",
                        admin.post("/v1/desks", Map.of("name", "Closing"))
                                .expect(201)
                                .id());
            case "eraseAgent" -> Map.of("id", another("createAgent"));
            case "eraseSource" -> Map.of("id", another("createSource"));
            case "eraseClaim" -> Map.of("id", another("createClaim"));
            case "eraseRelation" -> Map.of("id", relation());
            case "eraseAssessment" -> Map.of("id", published());
            case "eraseRatingScale" -> Map.of("id", another("createScale"));
            default -> Map.of();
        };
    }

    /** A verdict of the author's, published by the administrator. */
    private String published() {
        ApiOperation draft = document.operation("draftAssessment");
        String id =
                send(author, draft, draft.exampleTarget(Map.of())).expect(201).id();
        step(author, "/v1/assessments/" + id + "/submit");
        step(admin, "/v1/assessments/" + id + "/approve");
        step(admin, "/v1/assessments/" + id + "/publish");
        return id;
    }

    /** The event of something published, once a checkpoint covers it. */
    private String logged() {
        Reply reply = author.send(
                "POST",
                "/v1/agents",
                Client.json(Map.of("type", "Organization", "name", "Example desk")),
                Map.of("Prefer", "wait=10"));
        return reply.expect(201).header("Audit-Event");
    }

    /** A further record of an example, since the seeds are needed whole. */
    private String another(String create) {
        ApiOperation operation = document.operation(create);
        return send(admin, operation, operation.exampleTarget(Map.of()))
                .expect(201)
                .id();
    }

    private String relation() {
        Map<String, Object> between =
                Map.of("from", another("createClaim"), "type", "repeats", "to", another("createClaim"));
        return admin.post("/v1/relations", between).expect(201).id();
    }

    private String desk() {
        if (desk.isEmpty()) {
            desk = admin.post("/v1/desks", Map.of("name", "Health")).expect(201).id();
        }
        return desk;
    }

    /** Somebody who is a member. */
    private String member() {
        String pseudonym = admin.post("/v1/keys", Map.of("holder", "Member", "role", "editor"))
                .expect(201)
                .json()
                .path("actor")
                .asText();
        admin.put("/v1/desks/" + desk() + "/members/" + pseudonym, Map.of("role", "contributor"), "*")
                .expect(200);
        return pseudonym;
    }

    private String started() {
        return admin.send("POST", "/v1/imports", "{\"name\":\"Archive\"}", Map.of("Idempotency-Key", "archive"))
                .expect(201)
                .id();
    }

    /** The seeds have no comments. */
    private String comment() {
        return another("createReviewComment");
    }

    private String leaving() {
        return admin.post("/v1/keys", Map.of("holder", "Leaving", "role", "auditor"))
                .expect(201)
                .id();
    }

    private static void step(Client who, String path) {
        who.send("POST", path, null, Map.of("If-Match", "*")).expect(200);
    }

    /** Runs it, and returns what is wrong. */
    private List<String> run(ApiOperation operation, Map<String, String> ids) {
        Reply reply = send(who(operation), operation, operation.exampleTarget(ids));
        if (reply.status() != operation.success()) {
            return List.of(operation + ": " + reply);
        }
        List<String> wrong = new ArrayList<>();
        operation.content(reply.status()).forEach((type, content) -> {
            Reply answer = operation.method().equals("GET") ? get(operation, ids, type) : reply;
            wrong.addAll(judged(operation, type, content, answer));
        });
        return wrong;
    }

    private List<String> judged(ApiOperation operation, String type, JsonNode content, Reply answer) {
        if (!answer.header("Content-Type").startsWith(type)) {
            return List.of(operation + ": asked for " + type + ", got " + answer.header("Content-Type"));
        }
        if (!type.endsWith("json")) {
            return List.of();
        }
        if (answer.json().path("items").isEmpty() && answer.json().has("items")) {
            return List.of(operation + ": an example that finds nothing shows nothing");
        }
        recorded.add(operation.id(), type, answer.json());
        return document.misfits(content.path("schema"), answer.json()).stream()
                .map(misfit -> operation + ": " + misfit)
                .toList();
    }

    /** In the asked type; a list short enough to be printed in the description. */
    private Reply get(ApiOperation operation, Map<String, String> ids, String type) {
        Map<String, String> parameters = new HashMap<>(ids);
        if (operation.hasParameter("limit")) {
            parameters.put("limit", "2");
        }
        return who(operation).send("GET", operation.exampleTarget(parameters), null, Map.of("Accept", type));
    }

    private Client who(ApiOperation operation) {
        if (operation.isPublic()) {
            return new Client(service, "");
        }
        return BY_THE_AUTHOR.contains(operation.id()) ? author : admin;
    }

    private Reply send(Client who, ApiOperation operation, String target) {
        String body = operation
                .exampleBody()
                .map(example -> example.isTextual() ? example.asText() : example.toString())
                // The seeds have no desks.
                .map(text -> text.contains("desk_01") ? text.replaceAll("desk_01[0-9a-z]{24}", desk()) : text)
                // A day that is to come whenever this runs.
                .map(text -> text.replaceFirst(
                        "(\"at\":\")[^\"]+", "$1" + Instant.now().plusSeconds(86_400)))
                .orElse(null);
        Map<String, String> headers = new HashMap<>(operation.exampleHeaders());
        operation.requestContent().keySet().stream().findFirst().ifPresent(type -> headers.put("Content-Type", type));
        return who.send(operation.method(), target, body, headers);
    }

    /** A database of its own, because other tests write too. */
    public static class UntouchedSeeds implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "claimtrail.audit.witness.enabled", "true",
                    "claimtrail.audit.witness.name", "claimtrail.example/witness",
                    "claimtrail.audit.witness.logs[0]",
                            "gazette.example/v1/audit+719c671e+ASPuAFMAwFmfQZ4yyfCz4JJbOjiomIeH6y9xi1iLgTWr");
        }
    }
}

package org.claimtrail.assessments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Newsroom.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimtrail.access.Role;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.AssessmentBuilder;
import org.claimtrail.support.Client;
import org.claimtrail.support.Json;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Reply;
import org.claimtrail.support.Routes;
import org.claimtrail.support.Routes.Route;
import org.claimtrail.support.Saved;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words planted in drafts and in confidential evidence, looked for in every answer that every read can give. */
@QuarkusTest
class SecretsEverywhereTest {

    @Inject
    Newsroom newsroom;

    private final String unpublished = unique("unpublished");
    private final String confidential = unique("confidential");
    private final List<Assessed> assessments = new ArrayList<>();
    private final Map<String, String> comments = new HashMap<>();
    private Saved claim = new Saved("");

    @BeforeEach
    void plant() {
        claim = newsroom.aClaim().saved();
        Assessed published = newsroom.anAssessment()
                .of(claim)
                .restingSecretlyOn(confidential)
                .published();
        published.redrafted(
                "body",
                unpublished,
                "ratingExplanation",
                unpublished,
                "method",
                unpublished,
                "rating",
                "true",
                "changeType",
                "correction",
                "changeReason",
                unpublished,
                "correctionNotice",
                unpublished);
        assessments.add(published);
        assessments.add(hidden().drafted());
        assessments.add(hidden().drafted().submitted());
        assessments.add(hidden().drafted().submitted().returned());
        assessments.add(hidden().drafted().submitted().approved());
        assessments.forEach(assessment -> comments.put(
                assessment.id(),
                assessment.comment(
                        newsroom.editor(), Map.of("text", unpublished, "quote", Map.of("exact", unpublished)))));
    }

    @Test
    void no_answer_to_the_public_holds_a_word_of_them() {
        List<String> answers = answers("");

        assertThat(answers)
                .hasSizeGreaterThan(300)
                .noneMatch(answer -> answer.contains(unpublished) || answer.contains(confidential));
    }

    @Test
    void no_answer_to_a_colleague_holds_a_word_of_confidential_evidence() {
        var colleague = newsroom.newcomer(Role.CONTRIBUTOR);

        List<String> answers = answers(colleague.key());

        assertThat(answers).noneMatch(answer -> answer.contains(confidential));
        assertThat(answers).anyMatch(answer -> answer.contains(unpublished));
    }

    /** Without this the two tests above would pass if nothing were planted. */
    @Test
    void an_editor_finds_both() {
        List<String> answers = answers(newsroom.editor().key());

        assertThat(answers)
                .anyMatch(answer -> answer.contains(unpublished))
                .anyMatch(answer -> answer.contains(confidential));
    }

    private AssessmentBuilder hidden() {
        return newsroom.anAssessment()
                .of(claim)
                .by(newsroom.anAgent(unique("assessor")))
                .rated("true")
                .with("body", unpublished)
                .restingSecretlyOn(confidential);
    }

    /** Every read of the service by who has that key: each route, each record, each query parameter by itself. */
    private List<String> answers(String key) {
        Client reader = new Client(URI.create(RestAssured.baseURI + ":" + RestAssured.port), key);
        List<String> answers = new ArrayList<>();
        for (String target : targets()) {
            answers.add(text(reader, "HEAD", target, Map.of()));
            for (Map<String, String> wish : wishes(target)) {
                answers.add(text(reader, "GET", target, wish));
            }
        }
        return answers;
    }

    private static List<Map<String, String>> wishes(String target) {
        List<Map<String, String>> wishes = new ArrayList<>(List.of(
                Map.of(), Map.of("If-None-Match", "*"), Map.of("Accept-Datetime", "Thu, 20 Nov 2999 08:00:00 GMT")));
        if (target.contains("events")) {
            wishes.add(Map.of("Accept", "text/csv"));
        }
        if (target.contains("provenance")) {
            wishes.add(Map.of("Accept", "application/ld+json"));
        }
        return wishes;
    }

    private Set<String> targets() {
        Set<String> targets = new LinkedHashSet<>();
        for (Route route : Routes.all()) {
            if (route.method().equals("GET")) {
                for (String path : paths(route)) {
                    targets.addAll(queried(route, path));
                }
            }
        }
        return targets;
    }

    private List<String> paths(Route route) {
        if (route.path().contains("{event}")) {
            return events().stream()
                    .map(event -> Routes.inLog(route.path(), event))
                    .toList();
        }
        if (!route.path().contains("{id}")) {
            return List.of(Routes.inLog(route.path(), ""));
        }
        List<String> ids =
                switch (route.path().split("/", -1)[2]) {
                    case "assessments" -> assessments.stream().map(Assessed::id).toList();
                    case "claims" -> List.of(claim.id());
                    default -> List.of();
                };
        List<String> paths = new ArrayList<>();
        for (String id : ids) {
            for (String n : List.of("1", "2")) {
                paths.add(route.path()
                        .replace("{comment}", comments.getOrDefault(id, ""))
                        .replace("{id}", id)
                        .replace("{n}", n));
            }
        }
        return paths;
    }

    /** Every event of the assessments, so also those that commit to what is hidden. */
    private List<String> events() {
        return assessments.stream()
                .flatMap(assessment -> newsroom
                        .auditor()
                        .request()
                        .get("/v1/assessments/" + assessment.id() + "/audit?limit=200")
                        .as(Json.class)
                        .<List<String>>at("items.id")
                        .stream())
                .toList();
    }

    private static final Map<String, List<String>> VALUES = Map.of(
            "limit", List.of("200"),
            "sort", List.of("recordedAt", "-recordedAt"),
            "state", List.of("draft", "in_review", "approved", "published"),
            "changeType", List.of("correction"),
            "rating", List.of("true", "false"),
            "verdict", List.of("true", "false"),
            "type", List.of("assessment.drafted", "assessment.submitted", "assessment.published"),
            "updatedSince", List.of("2000-01-01T00:00:00Z"),
            "since", List.of("2000-01-01T00:00:00Z"),
            "asOf", List.of("2025-11-04"));

    private List<String> queried(Route route, String path) {
        if (path.endsWith("/diff")) {
            return List.of(path + "?from=1&to=1", path + "?from=1&to=2", path + "?from=2&to=1");
        }
        List<String> targets = new ArrayList<>(List.of(path));
        for (String query : route.queries()) {
            VALUES.getOrDefault(query, List.of()).forEach(value -> targets.add(path + "?" + query + "=" + value));
        }
        if (route.queries().contains("knownAt")) {
            targets.add(path + "?knownAt=" + Instant.now());
            targets.add(path + "?knownAt=2999-01-01T00:00:00Z");
        }
        if (route.queries().contains("subject")) {
            assessments.forEach(assessment -> targets.add(path + "?limit=200&subject=" + assessment.id()));
            comments.values().forEach(comment -> targets.add(path + "?limit=200&subject=" + comment));
        }
        if (route.queries().contains("claim")) {
            targets.add(path + "?claim=" + claim.id());
        }
        if (route.queries().contains("q")) {
            targets.add(path + "?q=unpublished");
            targets.add(path + "?q=confidential");
        }
        return targets;
    }

    private static String text(Client reader, String method, String target, Map<String, String> headers) {
        Reply reply = reader.send(method, target, null, headers);
        assertThat(reply.status()).isLessThan(500);
        return reply.status() + "\n" + reply.headers().map() + "\n" + reply.text();
    }
}

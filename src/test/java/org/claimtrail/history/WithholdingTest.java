package org.claimtrail.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Ledger.content;
import static org.claimtrail.support.Ledger.contributor;
import static org.claimtrail.support.Ledger.editor;
import static org.claimtrail.support.Ledger.json;
import static org.claimtrail.support.Ledger.now;
import static org.claimtrail.support.Ledger.reader;
import static org.claimtrail.support.Ledger.unique;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.audit.log.Published;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.support.Json;
import org.claimtrail.support.RecordKind;
import org.claimtrail.support.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is withheld is gone for readers, there for staff, and comes back as it was. */
@QuarkusTest
class WithholdingTest {

    @Inject
    Published published;

    @ParameterizedTest
    @EnumSource
    void every_address_of_a_withheld_record_answers_451_and_says_why(RecordKind kind) {
        String path = withheld(kind);

        for (String address : addresses(kind, path)) {
            Refusal.of(reader().get(address), ProblemType.WITHHELD)
                    .header("Link", "</>; rel=\"blocked-by\", <" + path + "/audit>; rel=\"audit\"")
                    .header("Cache-Control", not(matchesRegex(".*(public|max-age).*")))
                    .body(hasJson("reason", equalTo("privacy")))
                    .body(hasJson("withheldAt", matchesRegex("20.*Z")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void staff_go_on_reading_it_and_are_told_and_no_cache_may_share_it(RecordKind kind) {
        String path = withheld(kind);

        for (String address : addresses(kind, path)) {
            contributor()
                    .get(address)
                    .then()
                    .statusCode(200)
                    .header("Withheld", "privacy")
                    .header("Cache-Control", matchesRegex("private.*"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_release_brings_back_every_byte_and_tag(RecordKind kind) {
        String path = edited(kind);
        Map<String, String> before = answers(kind, path);
        change(editor(), path, "withhold", reason("error")).then().statusCode(200);

        change(editor(), path, "release", null).then().statusCode(200).header("Withheld", (String) null);

        assertThat(answers(kind, path)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void it_leaves_the_list_for_readers_and_not_for_staff(RecordKind kind) {
        String path = edited(kind);
        String list = kind.collection() + "?limit=200";
        reader().get(list).then().body(hasJson("items.id", hasItems(idOf(path))));

        change(editor(), path, "withhold", reason("safety")).then().statusCode(200);

        reader().get(list).then().body(hasJson("items.id", not(hasItems(idOf(path)))));
        reader().get(list + "&knownAt=" + now()).then().body(hasJson("items.id", not(hasItems(idOf(path)))));
        contributor().get(list).then().body(hasJson("items.id", hasItems(idOf(path))));
    }

    @ParameterizedTest
    @EnumSource
    void the_trail_tells_everyone_of_both_steps(RecordKind kind) {
        String path = withheld(kind);
        change(editor(), path, "release", null).then().statusCode(200);

        List<String> types = reader().get(path + "/audit")
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class)
                .at("items.type");
        List<String> all = reader().get("/v1/audit/events?subject=" + idOf(path))
                .then()
                .extract()
                .as(Json.class)
                .at("items.type");

        assertThat(types).satisfies(told -> {
            assertThat(told.get(told.size() - 2)).endsWith(".withheld");
            assertThat(told.get(told.size() - 1)).endsWith(".released");
        });
        assertThat(all).isEqualTo(types);
    }

    @ParameterizedTest
    @EnumSource
    void the_trail_of_a_withheld_record_stays_open(RecordKind kind) {
        String path = withheld(kind);

        reader().get(path + "/audit").then().statusCode(200).body(hasJson("items[-1].reason", equalTo("privacy")));
    }

    @ParameterizedTest
    @EnumSource
    void each_step_names_the_version_and_is_done_once(RecordKind kind) {
        String path = kind.recorded();

        Refusal.of(editor().body(json(reason("other"))).post(path + "/withhold"), ProblemType.PRECONDITION_REQUIRED);
        Refusal.of(
                editor().header("If-Match", "\"1-old\"")
                        .body(json(reason("other")))
                        .post(path + "/withhold"),
                ProblemType.STALE);
        Refusal.of(change(editor(), path, "release", null), ProblemType.WRONG_STATE);
        String tag = editor().get(path).then().extract().header("ETag");
        editor().header("If-Match", tag)
                .body(json(reason("other")))
                .post(path + "/withhold")
                .then()
                .statusCode(200)
                .header("ETag", tag)
                .header("Withheld", "other");
        Refusal.of(change(editor(), path, "withhold", reason("other")), ProblemType.WRONG_STATE);
    }

    @ParameterizedTest
    @EnumSource
    void a_reason_is_one_of_the_list(RecordKind kind) {
        String path = kind.recorded();

        assertThat(change(editor(), path, "withhold", reason("because")).statusCode())
                .isIn(400, 422);
        assertThat(change(editor(), path, "withhold", content()).statusCode()).isEqualTo(422);
        reader().get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @EnumSource
    void its_proof_is_withheld_as_it_is(RecordKind kind) {
        String path = kind.recorded();
        String event = reader().get(path).header("Audit-Event");
        published.await(event, Duration.ofSeconds(10));
        reader().get("/v1/audit/bundles/" + event).then().statusCode(200);

        change(editor(), path, "withhold", reason("privacy")).then().statusCode(200);

        Refusal.of(reader().get("/v1/audit/bundles/" + event), ProblemType.WITHHELD);
        editor().get("/v1/audit/bundles/" + event).then().statusCode(200);
    }

    /** Every address below a record, with its answers to GET. */
    static List<String> addresses(RecordKind kind, String path) {
        List<String> addresses = new ArrayList<>(List.of(
                path,
                path + "/versions",
                path + "/versions/1",
                path + "/versions/2",
                path + "/diff?from=1&to=2",
                path + "?knownAt=" + now()));
        if (kind == RecordKind.CLAIM) {
            addresses.addAll(List.of(
                    path + "/assessments",
                    path + "/dossier",
                    path + "/provenance",
                    path + "/dossier?knownAt=" + now(),
                    path + "/dossier?asOf=2025-11-01"));
        }
        if (kind == RecordKind.ASSESSMENT) {
            addresses.add(path + "?asOf=2025-11-01");
        }
        return addresses;
    }

    /** A record with two published versions. */
    static String edited(RecordKind kind) {
        String path = kind.recorded();
        kind.edit(path, "another text, " + unique());
        return path;
    }

    static Response change(RequestSpecification by, String path, String step, @Nullable Map<String, Object> body) {
        RequestSpecification request = by.header("If-Match", "*");
        return (body == null ? request : request.body(json(body))).post(path + "/" + step);
    }

    static Map<String, Object> reason(String reason) {
        return content("reason", reason);
    }

    static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String withheld(RecordKind kind) {
        String path = edited(kind);
        change(editor(), path, "withhold", reason("privacy")).then().statusCode(200);
        return path;
    }

    private static Map<String, String> answers(RecordKind kind, String path) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String address : addresses(kind, path)) {
            Response answer = reader().get(address);
            String name = address.replaceAll("knownAt=.*", "knownAt");
            answers.put(name, answer.statusCode() + " " + answer.header("ETag") + " " + answer.asString());
        }
        return answers;
    }
}

package org.claimtrail.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.history.WithholdingTest.addresses;
import static org.claimtrail.history.WithholdingTest.change;
import static org.claimtrail.history.WithholdingTest.edited;
import static org.claimtrail.history.WithholdingTest.idOf;
import static org.claimtrail.history.WithholdingTest.reason;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Ledger.administrator;
import static org.claimtrail.support.Ledger.claim;
import static org.claimtrail.support.Ledger.content;
import static org.claimtrail.support.Ledger.editor;
import static org.claimtrail.support.Ledger.json;
import static org.claimtrail.support.Ledger.now;
import static org.claimtrail.support.Ledger.reader;
import static org.claimtrail.support.Ledger.unique;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.claimtrail.audit.log.Published;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.support.Everywhere;
import org.claimtrail.support.Json;
import org.claimtrail.support.Ledger;
import org.claimtrail.support.RecordKind;
import org.claimtrail.support.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is erased is gone for everyone and from everywhere; that it was, and why, stays. */
@QuarkusTest
class ErasureTest {

    @Inject
    Published published;

    @Inject
    DataSource database;

    @ParameterizedTest
    @EnumSource
    void every_address_answers_410_to_everyone_with_date_and_basis(RecordKind kind) {
        String path = edited(kind);
        String at = erase(path).then().statusCode(200).extract().as(Json.class).at("at");

        for (Supplier<RequestSpecification> caller : List.<Supplier<RequestSpecification>>of(
                Ledger::reader, Ledger::contributor, Ledger::editor, Ledger::administrator)) {
            for (String address : addresses(kind, path)) {
                Refusal.of(caller.get().get(address), ProblemType.ERASED)
                        .header("Link", "<" + path + "/audit>; rel=\"audit\"")
                        .body(hasJson("basis", equalTo("gdpr_art_17")))
                        .body(hasJson("erasedAt", equalTo(at)))
                        .body(hasJson("detail", containsString(at)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_answer_says_all_that_stays_known(RecordKind kind) {
        String path = edited(kind);

        erase(path)
                .then()
                .statusCode(200)
                .body(hasJson("record", equalTo(idOf(path))))
                .body(hasJson("basis", equalTo("gdpr_art_17")))
                .body(hasJson("at", matchesRegex("\\d{4}-.*\\.\\d{6}Z")))
                .body(hasJson("event", matchesRegex("event_[0-9a-z]{26}")))
                .header("Link", "<" + path + "/audit>; rel=\"audit\"");
    }

    @ParameterizedTest
    @EnumSource
    void no_table_holds_a_word_or_a_salt_of_it(RecordKind kind) throws Exception {
        String word = unique();
        String path = kind.recorded();
        kind.edit(path, "first " + word);
        kind.edit(path, "second " + word);
        assertThat(Everywhere.holding(database, word)).contains("audit_content.content");

        erase(path).then().statusCode(200);

        assertThat(Everywhere.holding(database, word)).isEmpty();
        assertThat(sealed(path)).containsExactly("1 .erased");
    }

    @ParameterizedTest
    @EnumSource
    void its_proof_goes_on_without_its_content(RecordKind kind) {
        String path = kind.recorded();
        String event = reader().get(path).header("Audit-Event");

        String erased =
                erase(path).then().statusCode(200).extract().as(Json.class).at("event");

        published.await(erased, Duration.ofSeconds(10));
        reader().get("/v1/audit/bundles/" + event)
                .then()
                .statusCode(200)
                .body(hasJson("content", nullValue()))
                .body(hasJson("salt", nullValue()))
                .body(hasJson("proof", startsWith("c2sp.org/tlog-proof@v1")));
        reader().get("/v1/audit/bundles/" + erased)
                .then()
                .statusCode(200)
                .body(hasJson("content", containsString("basis")));
    }

    @ParameterizedTest
    @EnumSource
    void events_and_their_chain_stay_and_one_is_added(RecordKind kind) {
        String path = edited(kind);
        List<Map<String, Object>> before = trail(administrator(), path);
        String event =
                erase(path).then().statusCode(200).extract().as(Json.class).at("event");

        List<Map<String, Object>> after = trail(administrator(), path);

        assertThat(after).hasSize(before.size() + 1);
        assertThat(after.subList(0, before.size())).isEqualTo(before);
        assertThat(after.get(before.size()))
                .containsEntry("id", event)
                .containsEntry("reason", "gdpr_art_17")
                .containsEntry("previous", before.get(before.size() - 1).get("id"))
                .hasEntrySatisfying(
                        "type", type -> assertThat(String.valueOf(type)).endsWith(".erased"));
        assertThat(trail(reader(), path)).last().extracting("id").isEqualTo(event);
        reader().get("/v1/audit/events?subject=" + idOf(path))
                .then()
                .statusCode(200)
                .body(hasJson("items.id", hasItems(event)));
    }

    @ParameterizedTest
    @EnumSource
    void it_leaves_every_list_at_every_time(RecordKind kind) {
        String path = edited(kind);
        String then = now();
        erase(path).then().statusCode(200);

        for (Supplier<RequestSpecification> caller :
                List.<Supplier<RequestSpecification>>of(Ledger::reader, Ledger::administrator)) {
            for (String query : List.of("?limit=200", "?limit=200&knownAt=" + then)) {
                caller.get()
                        .get(kind.collection() + query)
                        .then()
                        .statusCode(200)
                        .body(hasJson("items.id", not(hasItems(idOf(path)))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_done_to_it_any_more(RecordKind kind) {
        String path = edited(kind);
        Map<String, Object> content = kind.changed(kind.content(), "too late");
        erase(path).then().statusCode(200);

        Refusal.of(erase(path), ProblemType.ERASED);
        Refusal.of(change(editor(), path, "withhold", reason("other")), ProblemType.ERASED);
        Refusal.of(change(editor(), path, "release", null), ProblemType.ERASED);
        Refusal.of(kind.writer().header("If-Match", "*").body(json(content)).put(path), ProblemType.ERASED);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_withheld_can_be_erased(RecordKind kind) {
        String path = edited(kind);
        change(editor(), path, "withhold", reason("privacy")).then().statusCode(200);

        erase(path).then().statusCode(200);

        Refusal.of(reader().get(path), ProblemType.ERASED);
        Refusal.of(editor().get(path), ProblemType.ERASED);
    }

    @ParameterizedTest
    @EnumSource
    void it_needs_the_version_and_a_basis_of_the_list(RecordKind kind) {
        String path = edited(kind);
        String body = json(content("basis", "court_order"));

        Refusal.of(administrator().body(body).post(path + "/erase"), ProblemType.PRECONDITION_REQUIRED);
        Refusal.of(administrator().header("If-Match", "\"1-old\"").body(body).post(path + "/erase"), ProblemType.STALE);
        assertThat(change(administrator(), path, "erase", content()).statusCode())
                .isEqualTo(422);
        assertThat(change(administrator(), path, "erase", content("basis", "because"))
                        .statusCode())
                .isIn(400, 422);
        assertThat(change(administrator(), path, "erase", content("basis", "court_order", "note", "x"))
                        .statusCode())
                .isEqualTo(400);
        reader().get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @EnumSource
    void a_repeated_request_does_not_bring_it_back(RecordKind kind) throws Exception {
        String key = UUID.randomUUID().toString();
        Map<String, Object> content = kind.content();
        String claimPath = "/v1/claims/" + (kind == RecordKind.ASSESSMENT ? claim() : "");
        String path = kind.pathOf(create(kind, claimPath, key, content)
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class)
                .at("id"));
        create(kind, claimPath, key, content).then().statusCode(201).header("Idempotency-Replayed", "true");
        String tag = UUID.randomUUID().toString();
        withKey(tag, path).then().statusCode(200);
        withKey(tag, path).then().statusCode(200).header("Idempotency-Replayed", "true");

        Refusal.of(create(kind, claimPath, key, content), ProblemType.ERASED);
        assertThat(answers(path)).hasSize(2).contains("0");
    }

    /** An id may be written with escapes in a path, and means the same record. */
    @Test
    void an_answer_under_a_path_with_escapes_is_destroyed_too() {
        String path = RecordKind.CLAIM.recorded();
        String key = unique();
        String escaped = path.replace("_", "%5F") + "/withdraw";
        withdraw(escaped, key).then().statusCode(200);
        erase(path).then().statusCode(200);

        Refusal.of(withdraw(escaped, key), ProblemType.ERASED);
    }

    private static Response withdraw(String path, String key) {
        return administrator()
                .urlEncodingEnabled(false)
                .header("Idempotency-Key", key)
                .header("If-Match", "*")
                .body(json(content("changeReason", "for a test")))
                .post(path);
    }

    private static Response create(RecordKind kind, String claimPath, String key, Map<String, Object> content) {
        RequestSpecification request = kind.writer().header("Idempotency-Key", key);
        return kind == RecordKind.ASSESSMENT
                ? request.body(json(content)).post(claimPath + "/assessments")
                : kind.post(request, content);
    }

    /** Erasure itself may be repeated: its answer holds nothing of the record. */
    private static Response withKey(String key, String path) {
        return administrator()
                .header("Idempotency-Key", key)
                .header("If-Match", "*")
                .body(json(content("basis", "court_order")))
                .post(path + "/erase");
    }

    static Response erase(String path) {
        return change(administrator(), path, "erase", content("basis", "gdpr_art_17"));
    }

    private static List<Map<String, Object>> trail(RequestSpecification by, String path) {
        List<Map<String, Object>> trail = by.get(path + "/audit?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class)
                .at("items");
        trail.forEach(event -> event.remove("logIndex")); // which comes a moment after the event
        return trail;
    }

    /** How many rows of salt and content there are, by type of event. */
    private List<String> sealed(String path) throws Exception {
        return rows("select count(*), substring(e.type from position('.' in e.type)) from audit_content c"
                + " join audit_event e on e.event_id = c.event_id where e.subject = '" + idOf(path)
                + "' group by e.type");
    }

    /** The lengths of the stored answers that tell of a record. */
    private List<String> answers(String path) throws Exception {
        return rows("select length(answer) from idempotency where subject = '" + idOf(path) + "'");
    }

    private List<String> rows(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                StringBuilder row = new StringBuilder(result.getString(1));
                for (int i = 2; i <= result.getMetaData().getColumnCount(); i++) {
                    row.append(' ').append(result.getString(i));
                }
                rows.add(row.toString());
            }
            return rows;
        }
    }
}

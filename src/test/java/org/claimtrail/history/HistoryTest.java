package org.claimtrail.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Ledger.json;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.claimtrail.shared.json.CanonicalJson;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.support.Json;
import org.claimtrail.support.Ledger;
import org.claimtrail.support.RecordKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for writing every kind of record. */
@QuarkusTest
class HistoryTest {

    @ParameterizedTest
    @EnumSource
    void a_new_record_is_version_one_and_says_where_it_is(RecordKind kind) {
        Response answer = kind.post(kind.writer(), kind.content());

        String path = kind.pathOf(answer.as(Json.class).at("id"));
        answer.then()
                .statusCode(201)
                .contentType("application/json")
                .header("Location", endsWith(path))
                .header("ETag", startsWith("\"1-"))
                .header("Audit-Event", startsWith("event_"))
                .header("Cache-Control", "private, no-cache")
                .header("Link", equalTo(links(path, 1)))
                .body(hasJson("id", startsWith(kind.prefix())))
                .body(hasJson("version", equalTo(1)))
                .body(hasJson("recordedAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z")));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_served_is_canonical_and_the_same_under_both_addresses(RecordKind kind) {
        Response created = kind.post(kind.writer(), kind.content());
        byte[] bytes = created.asByteArray();
        String path = kind.pathOf(created.as(Json.class).at("id"));

        assertThat(bytes).isEqualTo(CanonicalJson.bytes(StoredJson.read(bytes)));
        assertThat(kind.writer().get(path).asByteArray()).isEqualTo(bytes);
        assertThat(kind.writer().get(path + "/versions/1").asByteArray()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @EnumSource
    void a_version_stays_to_the_byte_what_it_was(RecordKind kind) {
        String path = kind.recorded();
        byte[] first = Ledger.reader().get(path).asByteArray();

        byte[] second = kind.edit(path, "another text").asByteArray();
        kind.edit(path, "a third text");

        assertThat(Ledger.reader().get(path + "/versions/1").asByteArray()).isEqualTo(first);
        assertThat(Ledger.reader().get(path + "/versions/2").asByteArray()).isEqualTo(second);
        Ledger.reader()
                .get(path)
                .then()
                .body(hasJson("version", equalTo(3)))
                .body(hasJson(kind.prose(), equalTo("a third text")));
    }

    @ParameterizedTest
    @EnumSource
    void an_edit_is_the_next_version_under_another_tag(RecordKind kind) {
        String path = kind.recorded();
        Response before = kind.writer().get(path);
        Map<String, Object> next = kind.changed(Ledger.read(kind.writer(), path), "another text");

        Response answer = kind.writer()
                .header("If-Match", before.header("ETag"))
                .body(json(next))
                .put(path);

        answer.then()
                .statusCode(200)
                .header("ETag", startsWith("\"2-"))
                .header("Audit-Event", not(equalTo(before.header("Audit-Event"))))
                .header("Cache-Control", "private, no-cache")
                .header("Link", equalTo(links(path, 2)))
                .body(hasJson("version", equalTo(2)))
                .body(hasJson(kind.prose(), equalTo("another text")))
                .body(hasJson("changeReason", equalTo("changed for a test")));
        kind.writer().get(path).then().header("ETag", answer.header("ETag"));
        assertThat(answer.as(Json.class).<String>at("recordedAt"))
                .isGreaterThan(before.as(Json.class).at("recordedAt"));
    }

    @ParameterizedTest
    @EnumSource
    void a_record_that_was_read_can_be_sent_back_as_it_is(RecordKind kind) {
        String path = kind.recorded();
        Map<String, Object> read = Ledger.read(kind.writer(), path);
        Map<String, Object> sent = kind.changed(read, String.valueOf(read.get(kind.prose())));

        kind.writer().header("If-Match", "*").body(json(sent)).put(path).then().statusCode(200);

        Map<String, Object> after = Ledger.read(kind.writer(), path);
        assertThat(after).containsAllEntriesOf(without(read, "version", "recordedAt"));
    }

    @ParameterizedTest
    @EnumSource
    void what_the_service_writes_is_not_taken_from_a_request(RecordKind kind) {
        Map<String, Object> content = kind.content();
        content.putAll(Ledger.content("id", "anything", "version", 7, "recordedAt", "1999-01-01T00:00:00Z"));

        kind.post(kind.writer(), content)
                .then()
                .statusCode(201)
                .body(hasJson("id", startsWith(kind.prefix())))
                .body(hasJson("version", equalTo(1)))
                .body(hasJson("recordedAt", not(startsWith("1999"))));
    }

    @ParameterizedTest
    @EnumSource
    void a_change_must_name_the_version_it_is_based_on(RecordKind kind) {
        String path = kind.recorded();
        String stale = kind.writer().get(path).header("ETag");
        kind.edit(path, "another text");
        String current = kind.writer().get(path).header("ETag");
        String next = json(kind.changed(Ledger.read(kind.writer(), path), "a third text"));

        kind.writer()
                .body(next)
                .put(path)
                .then()
                .statusCode(428)
                .body(hasJson("type", endsWith("/precondition-required")));
        for (String refused : List.of(stale, "W/" + current, "\"nothing\"", stale + ", W/" + current)) {
            kind.writer()
                    .header("If-Match", refused)
                    .body(next)
                    .put(path)
                    .then()
                    .statusCode(412);
        }
        kind.writer()
                .header("If-Match", "1-without-quotes")
                .body(next)
                .put(path)
                .then()
                .statusCode(400);
        kind.writer().get(path).then().header("ETag", current);
        kind.writer()
                .header("If-Match", stale + ", " + current)
                .body(next)
                .put(path)
                .then()
                .statusCode(200)
                .body(hasJson("version", equalTo(3)));
    }

    @ParameterizedTest
    @EnumSource
    void an_edit_says_why_and_a_new_record_does_not(RecordKind kind) {
        String path = kind.recorded();
        Map<String, Object> silent = kind.changed(Ledger.read(kind.writer(), path), "another text");
        Map<String, Object> fresh = kind.content();
        fresh.put("changeReason", "there is none");

        silent.remove("changeReason");
        refusesReason(kind.writer().header("If-Match", "*").body(json(silent)).put(path));
        silent.put("changeReason", " ");
        refusesReason(kind.writer().header("If-Match", "*").body(json(silent)).put(path));
        refusesReason(kind.post(kind.writer(), fresh));
        kind.writer().get(path).then().body(hasJson("version", equalTo(1)));
    }

    @ParameterizedTest
    @EnumSource
    void an_edit_of_what_is_not_there_finds_nothing(RecordKind kind) {
        String path = kind.recorded();
        String next = json(kind.changed(Ledger.read(kind.writer(), path), "another text"));

        String unknown = kind.pathOf(kind.prefix() + "01k98n0b00e7vrv0000000000a");
        kind.writer().header("If-Match", "*").body(next).put(unknown).then().statusCode(404);
    }

    @ParameterizedTest
    @EnumSource
    void a_client_may_prefer_a_short_answer(RecordKind kind) {
        Response created = kind.post(kind.writer().header("Prefer", "return=minimal"), kind.content());

        created.then().statusCode(201).header("Preference-Applied", "return=minimal");
        assertThat(created.asByteArray()).isEmpty();
        assertThat(created.header("ETag")).startsWith("\"1-");
        String path = created.header("Location").replaceAll("^.*(?=/v1/)", "");
        kind.show(path);
        String next = json(kind.changed(Ledger.read(kind.writer(), path), "another text"));
        Response changed = kind.writer()
                .header("If-Match", "*")
                .header("Prefer", "return=minimal")
                .body(next)
                .put(path);
        changed.then()
                .statusCode(204)
                .header("Preference-Applied", "return=minimal")
                .header("ETag", startsWith("\"2-"))
                .header("Audit-Event", startsWith("event_"));
        assertThat(changed.asByteArray()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void each_event_names_the_one_before_it(RecordKind kind) {
        String path = kind.recorded();
        kind.edit(path, "another text");
        kind.edit(path, "a third text");

        Response answer = kind.writer().get(path + "/audit");

        List<String> ids = answer.as(Json.class).at("items.id");
        List<String> previous = answer.as(Json.class).at("items.previous");
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(3);
        assertThat(previous.get(0)).isNull();
        assertThat(previous.subList(1, ids.size())).isEqualTo(ids.subList(0, ids.size() - 1));
        answer.then().body(hasJson("next", equalTo(null)));
        for (int n = 1; n <= 3; n++) {
            String event = kind.writer().get(path + "/versions/" + n).header("Audit-Event");
            answer.then().body("items.findAll { it.version == " + n + " }.id", hasItem(event));
        }
    }

    private static void refusesReason(Response answer) {
        answer.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body(hasJson("errors.pointer", hasItem("/changeReason")));
    }

    private static String links(String path, int version) {
        return "<" + path + "/audit>; rel=\"audit\", <" + path + "/versions>; rel=\"version-history\", <" + path
                + "/versions>; rel=\"timemap\", <" + path + "/versions/" + version + ">; rel=\"memento\"";
    }

    private static Map<String, Object> without(Map<String, Object> content, String... names) {
        Map<String, Object> rest = Ledger.content();
        rest.putAll(content);
        List.of(names).forEach(rest::remove);
        return rest;
    }
}

package org.claimtrail.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Ledger.reader;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.claimtrail.shared.time.SystemTime;
import org.claimtrail.support.Json;
import org.claimtrail.support.Ledger;
import org.claimtrail.support.RecordKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for reading every kind of record: conditional requests, caching, versions, system time. */
@QuarkusTest
class HistoryReadTest {

    @ParameterizedTest
    @EnumSource
    void a_reader_who_has_the_bytes_gets_none(RecordKind kind) {
        String path = kind.recorded();
        String tag = reader().get(path).header("ETag");

        for (String address : List.of(path, path + "/versions/1")) {
            for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
                Response answer = reader().header("If-None-Match", known).get(address);
                answer.then()
                        .statusCode(304)
                        .header("ETag", tag)
                        .header("Cache-Control", notNullValue())
                        .header("Audit-Event", notNullValue())
                        .header("Link", containsString("rel=\"version-history\""));
                assertThat(answer.asByteArray()).isEmpty();
            }
        }
        reader().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @EnumSource
    void a_reader_with_an_old_version_gets_the_new_one(RecordKind kind) {
        String path = kind.recorded();
        String old = reader().get(path).header("ETag");
        kind.edit(path, "another text");

        reader().header("If-None-Match", old).get(path).then().statusCode(200).body(hasJson("version", equalTo(2)));
    }

    @ParameterizedTest
    @EnumSource
    void head_says_what_get_says_without_the_body(RecordKind kind) {
        String path = kind.recorded();
        Response get = reader().get(path);

        Response head = reader().head(path);

        head.then().statusCode(200);
        assertThat(head.asByteArray()).isEmpty();
        for (String name : List.of("ETag", "Link", "Audit-Event", "Cache-Control", "Content-Type")) {
            assertThat(head.header(name)).as(name).isEqualTo(get.header(name));
        }
    }

    @ParameterizedTest
    @EnumSource
    void only_what_everyone_sees_may_be_kept_by_every_cache(RecordKind kind) {
        String path = kind.recorded();

        reader().get(path).then().header("Cache-Control", "public, no-cache");
        reader().get(path + "/versions/1").then().header("Cache-Control", "public, max-age=31536000, immutable");
        kind.writer().get(path + "/versions/1").then().header("Cache-Control", "private, no-cache");
        reader().get(path).then().header("Vary", containsString("Authorization"));
    }

    @ParameterizedTest
    @EnumSource
    void versions_are_listed_latest_first_on_pages(RecordKind kind) {
        String path = kind.recorded();
        for (int n = 2; n <= 5; n++) {
            kind.edit(path, "text number " + n);
        }

        Response whole = reader().get(path + "/versions");
        List<Integer> numbers = new ArrayList<>();
        String next = path + "/versions?limit=2";
        while (next != null) {
            Response page = reader().urlEncodingEnabled(false).get(next);
            numbers.addAll(page.as(Json.class).at("items.version"));
            next = Ledger.next(page);
        }

        assertThat(numbers).containsExactly(5, 4, 3, 2, 1);
        whole.then()
                .statusCode(200)
                .body(hasJson("items.version", equalTo(numbers)))
                .body(hasJson("next", nullValue()));
        whole.then()
                .body(hasJson("items[0].changeReason", equalTo("changed for a test")))
                .body(hasJson("items[0].supersededAt", nullValue()))
                .body(hasJson(
                        "items[1].supersededAt", equalTo(whole.as(Json.class).at("items[0].publishedAt"))))
                .body(hasJson("items[4].url", equalTo(path + "/versions/1")))
                .body(hasJson(
                        "items[4].event",
                        equalTo(reader().get(path + "/versions/1").header("Audit-Event"))));
        assertThat("\"" + whole.as(Json.class).at("items[4].etag") + "\"")
                .isEqualTo(reader().get(path + "/versions/1").header("ETag"));
    }

    @ParameterizedTest
    @EnumSource
    void versions_since_an_instant_are_those_that_came_since(RecordKind kind) {
        String path = kind.recorded();
        kind.edit(path, "text number 2"); // ends with the next one
        String since = SystemTime.text(Instant.now());
        kind.edit(path, "text number 3");

        for (var request : List.of(reader(), kind.writer())) {
            request.queryParam("updatedSince", since)
                    .get(path + "/versions")
                    .then()
                    .statusCode(200)
                    .body(hasJson("items.version", equalTo(List.of(3, 2))));
        }
        reader().queryParam("updatedSince", SystemTime.text(Instant.now()))
                .get(path + "/versions")
                .then()
                .statusCode(200)
                .body(hasJson("items", equalTo(List.of())));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_there_is_not_found(RecordKind kind) {
        String path = kind.recorded();
        String unknown = kind.pathOf(kind.prefix() + "01k98n0b00e7vrv0000000000a");
        String ofAnotherKind = kind.pathOf("key_01k98n0b00e7vrv0000000000a");

        for (String address : List.of(unknown, ofAnotherKind, kind.pathOf("nonsense"))) {
            for (String part : List.of("", "/versions", "/versions/1", "/audit", "/diff?from=1&to=1")) {
                isNotFound(reader().get(address + part));
                isNotFound(kind.writer().get(address + part));
            }
        }
        for (String number : List.of("0", "2", "-1", "01", "1.0", "x", "99999999999999999999")) {
            isNotFound(reader().get(path + "/versions/" + number));
        }
        isNotFound(reader().get(path + "/diff?from=1&to=2"));
        reader().get(path + "/diff?from=1").then().statusCode(400);
        reader().get(path + "/diff?from=x&to=1").then().statusCode(400);
    }

    @ParameterizedTest
    @EnumSource
    void an_instant_gives_the_bytes_that_were_served_then(RecordKind kind) {
        String path = kind.recorded();
        byte[] first = reader().get(path).asByteArray();
        kind.edit(path, "another text");
        byte[] second = reader().get(path).asByteArray();
        Response versions = reader().get(path + "/versions");
        Instant shown = Instant.parse(versions.as(Json.class).at("items[1].publishedAt"));
        Instant replaced = Instant.parse(versions.as(Json.class).at("items[0].publishedAt"));

        isNotFound(at(path, shown.minusNanos(1)));
        assertThat(at(path, shown).asByteArray()).isEqualTo(first);
        assertThat(at(path, replaced.minusNanos(1)).asByteArray()).isEqualTo(first);
        assertThat(at(path, replaced).asByteArray()).isEqualTo(second);
        assertThat(at(path, Instant.parse("9999-12-31T23:59:59Z")).asByteArray())
                .isEqualTo(second);
        OffsetDateTime inTokyo = shown.atOffset(ZoneOffset.ofHours(9));
        assertThat(reader().queryParam("knownAt", inTokyo.toString()).get(path).asByteArray())
                .isEqualTo(first);
        at(path, shown).then().header("Link", containsString(path + "/versions/1>; rel=\"memento\""));
    }

    @ParameterizedTest
    @EnumSource
    void an_instant_must_be_one(RecordKind kind) {
        String path = kind.recorded();

        for (String bad : List.of("2025", "2025-11-20", "2025-11-20T00:00:00", "2025-02-30T00:00:00Z", "now")) {
            reader().queryParam("knownAt", bad)
                    .get(path)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body(hasJson("detail", containsString("knownAt")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_date_of_a_memento_finds_it_again(RecordKind kind) {
        String path = kind.recorded();
        Instant shown =
                Instant.parse(reader().get(path + "/versions").as(Json.class).at("items[0].publishedAt"));

        reader().header("Accept-Datetime", http(shown))
                .get(path)
                .then()
                .statusCode(200)
                .body(hasJson("version", equalTo(1)));
    }

    @ParameterizedTest
    @EnumSource
    void a_memento_is_negotiated_by_its_date(RecordKind kind) {
        String path = kind.recorded();
        Instant shown =
                Instant.parse(reader().get(path + "/versions").as(Json.class).at("items[0].publishedAt"));
        String later = http(shown.plusSeconds(3600));

        reader().header("Accept-Datetime", later)
                .get(path)
                .then()
                .statusCode(200)
                .header("Memento-Datetime", http(shown))
                .header(
                        "Link",
                        allOf(
                                containsString("<" + path + "/versions>; rel=\"timemap\""),
                                containsString("<" + path + "/versions/1>; rel=\"memento\"")))
                .body(hasJson("version", equalTo(1)));
        isNotFound(reader().header("Accept-Datetime", http(shown.minusSeconds(3600)))
                .get(path));
        for (String bad : List.of("2025-11-20T00:00:00Z", "Mon, 20 Nov 2025 08:00:00 GMT", "yesterday")) {
            reader().header("Accept-Datetime", bad).get(path).then().statusCode(400);
        }
        reader().get(path).then().header("Memento-Datetime", nullValue());
    }

    private static Response at(String path, Instant instant) {
        return reader().queryParam("knownAt", instant.toString()).get(path);
    }

    private static String http(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static void isNotFound(Response answer) {
        answer.then().statusCode(404).contentType("application/problem+json");
    }
}

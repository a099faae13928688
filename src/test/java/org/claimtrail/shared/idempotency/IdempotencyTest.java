package org.claimtrail.shared.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.claimtrail.shared.database.Writes;
import org.claimtrail.shared.http.Gates;
import org.claimtrail.shared.http.ProbeResource;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.support.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IdempotencyTest {

    private static final String ACTS = "/v1/probe/acts";

    @Inject
    EntityManager entities;

    @Inject
    Writes writes;

    private final String key = UUID.randomUUID().toString();

    @Test
    void acts_again_without_a_key() {
        int before = ProbeResource.ACTS.get();

        post("a", null).then().statusCode(201);
        post("a", null).then().statusCode(201).header("Idempotency-Replayed", nullValue());

        assertThat(ProbeResource.ACTS).hasValue(before + 2);
    }

    @Test
    void gives_the_first_answer_again() {
        Response first = post("a", key);
        int acts = ProbeResource.ACTS.get();
        Response again = post("a", key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        for (String name : new String[] {"Location", "ETag", "Audit-Event", "Content-Type"}) {
            assertThat(again.header(name)).as(name).isNotNull().isEqualTo(first.header(name));
        }
        assertThat(ProbeResource.ACTS).hasValue(acts);
    }

    @Test
    void gives_a_long_answer_again_too() {
        String random = new Random(1)
                .ints(20_000, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        Response first = post(random, key);

        Response again = post(random, key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.asByteArray()).hasSizeGreaterThan(10_000);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
    }

    @Test
    void refuses_the_key_for_another_payload() {
        post("a", key).then().statusCode(201);

        refused(post("b", key), ProblemType.KEY_REUSED);
        refused(request(key).queryParam("q", "1").body("{\"exact\":\"a\"}").post(ACTS), ProblemType.KEY_REUSED);
        refused(
                request(key)
                        .contentType("application/json;charset=utf-8")
                        .body("{\"exact\":\"a\"}")
                        .post(ACTS),
                ProblemType.KEY_REUSED);
    }

    @Test
    void keeps_keys_of_different_addresses_apart() {
        post("a", key).then().statusCode(201);

        request(key).post(ACTS + "/required").then().statusCode(200).header("Idempotency-Replayed", nullValue());
        request(key)
                .post(ACTS + "/required")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body(equalTo("plain"));
    }

    @Test
    void stores_no_refusal_and_nothing_of_what_it_did() {
        refused(post("refuse", key), ProblemType.WRONG_STATE);
        assertThat(rows("act-" + ProbeResource.ACTS.get())).isZero();
        refused(post("", key), ProblemType.INVALID);
        refused(post("refuse quietly", key), ProblemType.CONFLICT);
        assertThat(rows("act-" + ProbeResource.ACTS.get())).isZero();

        post("a", key).then().statusCode(201).header("Idempotency-Replayed", nullValue());
        assertThat(rows("act-" + ProbeResource.ACTS.get())).isOne();
    }

    @Test
    void refuses_a_repetition_while_the_first_is_under_way() throws Exception {
        String path = ACTS + "/slow/" + key;
        CompletableFuture<Response> first =
                CompletableFuture.supplyAsync(() -> request(key).post(path));
        assertThat(Gates.of(key).entered().await(20, TimeUnit.SECONDS)).isTrue();

        Response meanwhile = request(key).post(path);
        Gates.of(key).opened().countDown();

        refused(meanwhile, ProblemType.IN_FLIGHT).then().header("Retry-After", "1");
        assertThat(first.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
        request(key).post(path).then().statusCode(204).header("Idempotency-Replayed", "true");
    }

    @Test
    void gives_way_to_another_node_that_was_faster() throws Exception {
        String path = ACTS + "/slow/" + key;
        CompletableFuture<Response> here =
                CompletableFuture.supplyAsync(() -> request(key).post(path));
        assertThat(Gates.of(key).entered().await(20, TimeUnit.SECONDS)).isTrue();

        byte[] scope = Act.digest(utf8(""), utf8("POST"), utf8(path), utf8(key));
        Act there = Act.of(scope, key, "null", utf8("x"));
        QuarkusTransaction.requiringNew()
                .run(() ->
                        IdempotencyRecord.write(writes, there, new Answer(204, List.of(), null), null, Instant.now()));
        Gates.of(key).opened().countDown();

        refused(here.get(20, TimeUnit.SECONDS), ProblemType.IN_FLIGHT);
    }

    @Test
    void sweeps_what_is_too_old() {
        Instant before = Instant.now().minus(StoredAnswers.KEPT_FOR).minusSeconds(60);
        byte[] scope = Act.digest(utf8(key));
        QuarkusTransaction.requiringNew()
                .run(() -> IdempotencyRecord.write(
                        writes, Act.of(scope, key, "", utf8("x")), new Answer(204, List.of(), null), null, before));

        new StoredAnswers(entities, writes, Clock.systemUTC()).sweep();

        assertThat(rows(HexFormat.of().formatHex(scope))).isZero();
    }

    /** More in one sweep than come in a minute, or they would grow for ever. */
    @Test
    void sweeps_all_that_is_too_old_however_many() {
        Instant before = Instant.now().minus(StoredAnswers.KEPT_FOR).minusSeconds(60);
        List<byte[]> scopes =
                IntStream.range(0, 250).mapToObj(n -> Act.digest(utf8(key + n))).toList();
        QuarkusTransaction.requiringNew()
                .run(() -> scopes.forEach(scope -> IdempotencyRecord.write(
                        writes, Act.of(scope, key, "", utf8("x")), new Answer(204, List.of(), null), null, before)));

        new StoredAnswers(entities, writes, Clock.fixed(Instant.now(), ZoneOffset.UTC)).sweep();

        assertThat(scopes.stream().mapToLong(scope -> rows(HexFormat.of().formatHex(scope))))
                .containsOnly(0L);
    }

    @Test
    void demands_a_key_where_a_resource_does() {
        refused(given().contentType("application/json").post(ACTS + "/required"), ProblemType.BAD_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ä", "\t"})
    void refuses_a_key_that_is_not_visible_ascii(String bad) {
        refused(post("a", bad), ProblemType.BAD_PARAMETER);
    }

    @Test
    void refuses_a_key_that_is_too_long_or_given_twice() {
        post("a", "k".repeat(255)).then().statusCode(201);

        refused(post("a", "k".repeat(256)), ProblemType.BAD_PARAMETER);
        refused(
                request(key)
                        .header("Idempotency-Key", key, "other")
                        .body("{\"exact\":\"a\"}")
                        .post(ACTS),
                ProblemType.BAD_PARAMETER);
    }

    @Test
    void forgets_an_answer_after_a_day() {
        int first = post("a", key).as(Json.class).at("number");
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update idempotency set recorded_at = recorded_at - interval '25' hour where octet_length(answer) > 0")
                        .executeUpdate());

        int second = post("a", key)
                .then()
                .header("Idempotency-Replayed", nullValue())
                .extract()
                .as(Json.class)
                .at("number");

        assertThat(second).isGreaterThan(first);
        post("a", key).then().header("Idempotency-Replayed", "true").body(hasJson("number", equalTo(second)));
    }

    @Test
    void keeps_nothing_that_a_thief_of_the_database_could_read() {
        post("a", key).then().statusCode(201);

        String dump = QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(
                                "select r.scope || r.fingerprint || cast(r.answer as string) from IdempotencyRecord r",
                                String.class)
                        .getResultList()
                        .toString());

        assertThat(dump).doesNotContain(key).doesNotContain("secret-key").doesNotContain("/v1/probe");
    }

    private long rows(String scope) {
        return ((Number) entities.createNativeQuery("select count(*) from idempotency where scope = ?1")
                        .setParameter(1, scope)
                        .getSingleResult())
                .longValue();
    }

    private static Response post(String exact, @Nullable String key) {
        return request(key).body("{\"exact\":\"" + exact + "\"}").post(ACTS);
    }

    private static RequestSpecification request(@Nullable String key) {
        RequestSpecification request = given().contentType("application/json");
        return key == null ? request : request.header("Idempotency-Key", key);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Response refused(Response response, ProblemType type) {
        response.then()
                .statusCode(type.status())
                .contentType("application/problem+json")
                .body(hasJson("type", equalTo(type.uri())));
        return response;
    }
}

package org.claimtrail.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Newsroom.body;
import static org.claimtrail.support.Newsroom.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.support.Json;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a key narrower than its role, and what gives it another secret. */
@QuarkusTest
class KeyLimitsTest {

    private static final Map<String, String> AGENT = Map.of("type", "Person", "name", "Somebody");

    @Inject
    Newsroom newsroom;

    @Inject
    DataSource database;

    @Test
    void shows_the_limits_of_a_key() {
        Response made = make(body(
                "role",
                "auditor",
                "scopes",
                List.of("read-keys", "read-drafts"),
                "allowedAddresses",
                List.of("192.0.2.0/24", "2001:db8::/32"),
                "expiresAt",
                "2099-01-01T01:00:00+01:00",
                "rateLimit",
                60));

        newsroom.admin()
                .request()
                .get("/v1/keys/" + made.as(Json.class).at("id"))
                .then()
                .statusCode(200)
                .body(hasJson("scopes", containsInAnyOrder("read-keys", "read-drafts")))
                .body(hasJson("allowedAddresses", contains("192.0.2.0/24", "2001:db8::/32")))
                .body(hasJson("expiresAt", equalTo("2099-01-01T00:00:00.000000Z")))
                .body(hasJson("rateLimit", equalTo(60)));
    }

    @Test
    void opens_nothing_after_it_expired() throws Exception {
        Response made = make(body("role", "editor", "expiresAt", "2099-01-01T00:00:00Z"));
        bearing(made).get("/v1/reviews").then().statusCode(200);

        execute(
                "update api_key set expires_at = '2025-01-01 00:00:00+00' where id = ?",
                made.as(Json.class).at("id"));

        Refusal.of(bearing(made).get("/v1/reviews"), ProblemType.UNAUTHENTICATED);
        Refusal.of(bearing(made).get("/v1/claims"), ProblemType.UNAUTHENTICATED);
        Refusal.of(rotate(made, Map.of()), ProblemType.WRONG_STATE);
    }

    @Test
    void does_only_what_its_scopes_say() {
        Response reader = make(body("role", "editor", "scopes", List.of("read-drafts")));
        Response writer = make(body("role", "editor", "scopes", List.of("write")));

        bearing(reader).get("/v1/reviews").then().statusCode(200);
        Refusal.of(bearing(reader).body(AGENT).post("/v1/agents"), ProblemType.FORBIDDEN);
        bearing(writer).body(AGENT).post("/v1/agents").then().statusCode(201);
        Refusal.of(bearing(writer).get("/v1/reviews"), ProblemType.FORBIDDEN);
    }

    @Test
    void is_used_from_where_it_is_allowed_and_looks_unknown_from_elsewhere() {
        Response here = make(body("role", "editor", "allowedAddresses", List.of("127.0.0.0/8", "::1")));
        Response elsewhere = make(body("role", "editor", "allowedAddresses", List.of("192.0.2.0/24")));

        bearing(here).get("/v1/reviews").then().statusCode(200);
        Response refused = bearing(elsewhere).get("/v1/reviews");
        Response unknown = bearing("clt_" + Newsroom.noSuch(org.claimtrail.shared.id.Kind.KEY) + ".secret")
                .get("/v1/reviews");
        Response wrong = bearing(here.as(Json.class).at("key") + "x").get("/v1/reviews");
        Refusal.of(refused, ProblemType.UNAUTHENTICATED);
        assertThat(refused.asString()).isEqualTo(unknown.asString()).isEqualTo(wrong.asString());
        assertThat(refused.header("WWW-Authenticate"))
                .isEqualTo(unknown.header("WWW-Authenticate"))
                .isEqualTo(wrong.header("WWW-Authenticate"));
    }

    @Test
    void does_not_believe_a_forwarded_address_unless_told_to() {
        Response elsewhere = make(body("role", "editor", "allowedAddresses", List.of("192.0.2.0/24")));

        Response refused = bearing(elsewhere)
                .header("X-Forwarded-For", "192.0.2.9")
                .header("Forwarded", "for=192.0.2.9")
                .get("/v1/reviews");

        Refusal.of(refused, ProblemType.UNAUTHENTICATED);
    }

    @Test
    void takes_no_token_without_a_provider() throws JOSEException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer("http://127.0.0.1:9/desk")
                .subject("audrey")
                .audience("claimtrail")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("realm_access", Map.of("roles", List.of("auditors")))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        token.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));

        Response refused = bearing(token.serialize()).get("/v1/keys");

        Refusal.of(refused, ProblemType.UNAUTHENTICATED);
    }

    @Test
    void refuses_limits_that_make_no_sense() {
        Refusal.of(attempt(body("role", "contributor", "scopes", List.of("write", "edit"))), ProblemType.INVALID)
                .body(hasJson("errors.pointer", contains("/scopes/1")));
        Refusal.of(attempt(body("role", "admin", "scopes", List.of("everything"))), ProblemType.INVALID);
        Refusal.of(attempt(body("role", "admin", "scopes", List.of())), ProblemType.INVALID);
        Refusal.of(attempt(body("role", "editor", "expiresAt", "2020-01-01T00:00:00Z")), ProblemType.INVALID)
                .body(hasJson("errors.pointer", contains("/expiresAt")));
        Refusal.of(attempt(body("role", "editor", "expiresAt", "tomorrow")), ProblemType.INVALID);
        Refusal.of(attempt(body("role", "editor", "allowedAddresses", List.of("192.0.2.1/24"))), ProblemType.INVALID)
                .body(hasJson("errors.pointer", contains("/allowedAddresses/0")));
        Refusal.of(attempt(body("role", "editor", "rateLimit", 0)), ProblemType.INVALID);
        Refusal.of(attempt(body("role", "editor", "subject", "somebody")), ProblemType.INVALID)
                .body(hasJson("errors.pointer", contains("/subject")));
    }

    @Test
    void opens_with_both_secrets_after_a_rotation() {
        Response made = make(body("role", "editor"));

        Response rotated = rotate(made, Map.of("overlap", "PT1H"));

        rotated.then()
                .statusCode(200)
                .body(hasJson("id", equalTo(made.as(Json.class).at("id"))))
                .body(hasJson("actor", equalTo(made.as(Json.class).at("actor"))))
                .body(hasJson("key", startsWith("clt_" + made.as(Json.class).at("id") + ".")))
                .body(hasJson("key", not(equalTo(made.as(Json.class).at("key")))));
        bearing(made).get("/v1/reviews").then().statusCode(200);
        bearing(rotated).get("/v1/reviews").then().statusCode(200);
        assertThat(events(made)).containsExactly("key.created", "key.renewed");
    }

    @Test
    void opens_with_the_new_secret_alone_when_the_overlap_is_over() throws Exception {
        Response made = make(body("role", "editor"));
        Response rotated = rotate(made, Map.of());
        Instant until = Instant.parse(rotated.as(Json.class).at("formerSecretUntil"));
        assertThat(until)
                .isBetween(
                        Instant.now().plus(Duration.ofHours(23)), Instant.now().plus(Duration.ofHours(25)));

        execute(
                "update api_key set former_until = '2025-01-01 00:00:00+00' where id = ?",
                made.as(Json.class).at("id"));

        Refusal.of(bearing(made).get("/v1/reviews"), ProblemType.UNAUTHENTICATED);
        bearing(rotated).get("/v1/reviews").then().statusCode(200);
    }

    @Test
    void ends_the_old_secret_at_once_without_overlap() {
        Response made = make(body("role", "editor"));

        Response rotated = rotate(made, Map.of("overlap", "PT0S"));

        rotated.then().body(hasJson("", not(hasKey("formerSecretUntil"))));
        Refusal.of(bearing(made).get("/v1/reviews"), ProblemType.UNAUTHENTICATED);
        bearing(rotated).get("/v1/reviews").then().statusCode(200);
    }

    @Test
    void ends_both_secrets_when_the_key_is_revoked() {
        Response made = make(body("role", "editor"));
        Response rotated = rotate(made, Map.of());

        newsroom.admin()
                .request()
                .delete("/v1/keys/" + made.as(Json.class).at("id"))
                .then()
                .statusCode(204);

        Refusal.of(bearing(made).get("/v1/reviews"), ProblemType.UNAUTHENTICATED);
        Refusal.of(bearing(rotated).get("/v1/reviews"), ProblemType.UNAUTHENTICATED);
        Refusal.of(rotate(made, Map.of()), ProblemType.WRONG_STATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P31D", "-PT1H", "1 hour", "P1M", ""})
    void refuses_an_overlap_that_is_none(String overlap) {
        Response made = make(body("role", "editor"));

        Refusal.of(rotate(made, Map.of("overlap", overlap)), ProblemType.INVALID)
                .body(hasJson("errors.pointer", contains("/overlap")));
        bearing(made).get("/v1/reviews").then().statusCode(200);
    }

    @Test
    void tells_when_a_key_was_used_last_and_makes_no_event_of_it() {
        Response made = make(body("role", "editor"));
        String path = "/v1/keys/" + made.as(Json.class).at("id");
        newsroom.admin().request().get(path).then().body(hasJson("", not(hasKey("lastUsedAt"))));

        bearing(made).get("/v1/reviews").then().statusCode(200);

        String first = awaitUse(path);
        assertThat(Instant.parse(first)).isAfter(Instant.now().minusSeconds(60));
        bearing(made).get("/v1/reviews").then().statusCode(200);
        assertThat(newsroom.admin().request().get(path).as(Json.class).<String>at("lastUsedAt"))
                .isEqualTo(first);
        assertThat(events(made)).containsExactly("key.created");
    }

    private String awaitUse(String path) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        String at = newsroom.admin().request().get(path).as(Json.class).at("lastUsedAt");
        while (at == null && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            at = newsroom.admin().request().get(path).as(Json.class).at("lastUsedAt");
        }
        assertThat(at).isNotNull();
        return at;
    }

    private List<String> events(Response made) {
        return newsroom.auditor()
                .request()
                .queryParam("subject", made.as(Json.class).<String>at("id"))
                .get("/v1/audit/events")
                .as(Json.class)
                .at("items.type");
    }

    private Response rotate(Response made, Map<String, String> overlap) {
        return newsroom.admin()
                .request()
                .body(overlap)
                .post("/v1/keys/" + made.as(Json.class).at("id") + "/rotate");
    }

    private Response make(Map<String, Object> key) {
        return attempt(key).then().statusCode(201).extract().response();
    }

    private Response attempt(Map<String, Object> key) {
        key.put("holder", unique("Aya"));
        return newsroom.admin().request().body(key).post("/v1/keys");
    }

    private static RequestSpecification bearing(Response made) {
        return bearing(made.as(Json.class).<String>at("key"));
    }

    private static RequestSpecification bearing(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    private void execute(String sql, String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}

package org.claimtrail.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Newsroom.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.Everywhere;
import org.claimtrail.support.Json;
import org.claimtrail.support.Member;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Refusal;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeysTest {

    @Inject
    Newsroom newsroom;

    @Inject
    DataSource database;

    @Inject
    Keys keys;

    @Inject
    PersonRepository people;

    @Test
    void makes_a_key_that_opens_what_its_role_may() {
        Response made = create(unique("Aya"), "editor", UUID.randomUUID().toString());

        made.then()
                .statusCode(201)
                .body(hasJson("key", startsWith("clt_" + made.as(Json.class).at("id") + ".")))
                .body(hasJson("role", equalTo("editor")))
                .body(hasJson("actor", startsWith("a:")))
                .body(hasJson("createdAt", notNullValue()));
        bearing(made.as(Json.class).at("key")).get("/v1/reviews").then().statusCode(200);
        bearing(made.as(Json.class).at("key")).get("/v1/keys").then().statusCode(403);
    }

    @Test
    void tells_where_the_key_is() {
        Response made = create(unique("Aya"), "auditor", UUID.randomUUID().toString());

        assertThat(made.header("Location"))
                .endsWith("/v1/keys/" + made.as(Json.class).at("id"));
        assertThat(made.header("Cache-Control")).contains("private").contains("no-store");
    }

    @Test
    void is_revoked_once_by_two_who_revoke_it_at_once() throws Exception {
        for (String role : List.of("contributor", "admin")) {
            String id = create(unique("Aya"), role, UUID.randomUUID().toString())
                    .as(Json.class)
                    .at("id");
            CompletableFuture<Response> other;
            QuarkusTransaction.begin();
            try {
                assertThat(keys.revoke(keys.person("Somebody"), TypeId.parse(id)))
                        .isPresent();
                other = CompletableFuture.supplyAsync(
                        () -> newsroom.admin().request().delete("/v1/keys/" + id));
                assertThatThrownBy(() -> other.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            } finally {
                QuarkusTransaction.commit();
            }

            other.join().then().statusCode(204).header("Audit-Event", nullValue());
            newsroom.admin()
                    .request()
                    .get("/v1/audit/events?type=key.revoked&subject=" + id)
                    .then()
                    .body(hasJson("items", hasSize(1)));
        }
    }

    /** Else who signs in later would be somebody else, who may approve what they wrote with their key. */
    @Test
    void what_is_joined_to_a_person_stays_when_others_change_them_meanwhile() {
        String name = unique("Aya");
        Login login = new Login("https://id.example", unique("subject"));
        String pseudonym = QuarkusTransaction.requiringNew().call(() -> people.named(name, null).pseudonym);
        QuarkusTransaction.begin();
        try {
            people.named(name, newsroom.anAgent(name).id());
            QuarkusTransaction.requiringNew().run(() -> people.named(name, null, login));
        } finally {
            QuarkusTransaction.commit();
        }

        assertThat(QuarkusTransaction.requiringNew().call(() -> people.at(login).map(person -> person.pseudonym)))
                .contains(pseudonym);
    }

    @Test
    void shows_the_credential_once() {
        String id = create(unique("Aya"), "editor", UUID.randomUUID().toString())
                .as(Json.class)
                .at("id");

        newsroom.admin()
                .request()
                .get("/v1/keys/" + id)
                .then()
                .statusCode(200)
                .body(hasJson("id", equalTo(id)))
                .body(hasJson("", not(hasKey("key"))))
                .body(hasJson("", not(hasKey("secretHash"))));
        newsroom.admin().request().get("/v1/keys").then().body(hasJson("items", everyItem(not(hasKey("key")))));
    }

    @Test
    void lists_keys_latest_first_page_by_page() {
        String name = unique("Aya");
        String first = create(name, "editor", "1-" + name).as(Json.class).at("id");
        String second = create(name, "auditor", "2-" + name).as(Json.class).at("id");

        Response page = newsroom.auditor().request().queryParam("limit", 1).get("/v1/keys");
        page.then().statusCode(200).body(hasJson("items.id", contains(second)));
        newsroom.auditor()
                .request()
                .queryParam("limit", 1)
                .queryParam("cursor", page.as(Json.class).<String>at("next"))
                .get("/v1/keys")
                .then()
                .body(hasJson("items.id", contains(first)))
                .body(hasJson("items.holder", contains(name)));
        assertThat(page.header("Link")).contains("rel=\"next\"");
    }

    @Test
    void revokes_a_key_at_once_and_for_good() {
        Member member = newsroom.newcomer(Role.EDITOR);
        member.request().get("/v1/reviews").then().statusCode(200);

        revoke(member).then().statusCode(204);

        Refusal.of(member.request().get("/v1/reviews"), ProblemType.UNAUTHENTICATED);
        Refusal.of(member.request().get("/v1/claims"), ProblemType.UNAUTHENTICATED);
        newsroom.admin()
                .request()
                .get("/v1/keys/" + member.keyId())
                .then()
                .statusCode(200)
                .body(hasJson("revokedAt", notNullValue()));
    }

    @Test
    void changes_nothing_by_revoking_twice() {
        Member member = newsroom.newcomer(Role.EDITOR);
        revoke(member).then().statusCode(204);
        String at = newsroom.admin()
                .request()
                .get("/v1/keys/" + member.keyId())
                .as(Json.class)
                .at("revokedAt");

        revoke(member).then().statusCode(204);

        newsroom.admin().request().get("/v1/keys/" + member.keyId()).then().body(hasJson("revokedAt", equalTo(at)));
        assertThat(events(newsroom.auditor(), member.keyId())).containsExactly("key.created", "key.revoked");
    }

    @Test
    void does_not_revoke_a_key_that_was_never_made() {
        String path = "/v1/keys/" + Newsroom.noSuch(Kind.KEY);

        Refusal.of(newsroom.admin().request().delete(path), ProblemType.NOT_FOUND);
    }

    @Test
    void gives_the_same_credential_again_for_the_same_idempotency_key() {
        String name = unique("Aya");
        String again = UUID.randomUUID().toString();

        Response first = create(name, "editor", again);
        Response second = create(name, "editor", again);

        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        bearing(second.as(Json.class).at("key")).get("/v1/reviews").then().statusCode(200);
        assertThat(events(newsroom.auditor(), first.as(Json.class).at("id"))).containsExactly("key.created");
    }

    @Test
    void does_not_give_the_credential_to_another_holder_of_the_idempotency_key() {
        String name = unique("Aya");
        String again = UUID.randomUUID().toString();
        Response first = create(name, "editor", again);
        Member colleague = newsroom.newcomer(Role.ADMIN);
        Member sameHolder = newsroom.keyFor(newsroom.admin().name(), Role.ADMIN);

        Response byColleague = create(colleague, name, "editor", again);
        Response byOtherKey = create(sameHolder, name, "editor", again);

        byColleague.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        assertThat(byColleague.asString()).doesNotContain(first.as(Json.class).<String>at("key"));
        Refusal.of(byOtherKey, ProblemType.KEY_REUSED);
        assertThat(byOtherKey.asString()).doesNotContain(first.as(Json.class).<String>at("key"));
    }

    @Test
    void keeps_only_the_hash_of_the_secret() throws Exception {
        Response made = create(unique("Aya"), "editor", UUID.randomUUID().toString());
        String credential = made.as(Json.class).at("key");
        String secret = credential.substring(credential.indexOf('.') + 1);
        byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(utf8);

        assertThat(storedHash(made.as(Json.class).at("id"))).isEqualTo(hash);
        List<String> dump = Everywhere.values(database);
        assertThat(dump)
                .anyMatch(line -> line.contains(HexFormat.of().formatHex(hash)))
                .noneMatch(line -> line.contains(secret))
                .noneMatch(line -> line.contains(HexFormat.of().formatHex(utf8)));
    }

    @Test
    void takes_two_keys_of_one_holder_for_one_person() {
        Member author = newsroom.newcomer(Role.CONTRIBUTOR);
        Member sameAsEditor = newsroom.keyFor(author.name(), Role.EDITOR);
        Assessed assessment = newsroom.anAssessment().writtenBy(author).submitted();

        Response approval = assessment.step("approve", sameAsEditor);

        assertThat(sameAsEditor.pseudonym()).isEqualTo(author.pseudonym());
        Refusal.of(approval, ProblemType.FORBIDDEN);
        assertThat(assessment.state()).isEqualTo("in_review");
    }

    @Test
    void tells_events_of_keys_to_auditors_only() {
        Member member = newsroom.newcomer(Role.CONTRIBUTOR);

        assertThat(events(newsroom.auditor(), member.keyId())).containsExactly("key.created");
        assertThat(events(newsroom.admin(), member.keyId())).containsExactly("key.created");
        assertThat(events(newsroom.editor(), member.keyId())).isEmpty();
        given().queryParam("subject", member.keyId())
                .get("/v1/audit/events")
                .then()
                .body(hasJson("items", not(hasItem(notNullValue()))));
    }

    @Test
    void refuses_a_key_without_a_role_or_holder() {
        Refusal.of(newsroom.admin().request().body("{\"holder\":\"Aya\"}").post("/v1/keys"), ProblemType.INVALID)
                .body(hasJson("errors.pointer", contains("/role")));
        Refusal.of(
                        newsroom.admin()
                                .request()
                                .body("{\"role\":\"editor\",\"holder\":\" \"}")
                                .post("/v1/keys"),
                        ProblemType.INVALID)
                .body(hasJson("errors.pointer", contains("/holder")));
        Refusal.of(
                newsroom.admin()
                        .request()
                        .body("{\"role\":\"owner\",\"holder\":\"Aya\"}")
                        .post("/v1/keys"),
                ProblemType.INVALID);
    }

    private Response create(String holder, String role, String idempotencyKey) {
        return create(newsroom.admin(), holder, role, idempotencyKey);
    }

    private static Response create(Member by, String holder, String role, String idempotencyKey) {
        return by.request()
                .header("Idempotency-Key", idempotencyKey)
                .body(Map.of("holder", holder, "role", role))
                .post("/v1/keys");
    }

    private Response revoke(Member member) {
        return newsroom.admin().request().delete("/v1/keys/" + member.keyId());
    }

    private static RequestSpecification bearing(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    private static List<String> events(Member reader, String subject) {
        return reader.request()
                .queryParam("subject", subject)
                .get("/v1/audit/events")
                .as(Json.class)
                .at("items.type");
    }

    private byte[] storedHash(String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select secret_hash from api_key where id = ?")) {
            query.setString(1, id);
            try (ResultSet rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getBytes(1);
            }
        }
    }
}

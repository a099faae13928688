package org.claimtrail.audit;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Newsroom.noSuch;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.claimtrail.audit.log.LogKeyView;
import org.claimtrail.audit.log.LogKeys;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.Consistency;
import org.claimtrail.merkle.EntryBundle;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.LogProof;
import org.claimtrail.merkle.Note;
import org.claimtrail.merkle.VerifierKey;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.support.Assessed;
import org.claimtrail.support.Json;
import org.claimtrail.support.Newsroom;
import org.claimtrail.support.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The transparency log over HTTP, checked as anyone outside would. */
@QuarkusTest
class LogTest {

    @Inject
    Newsroom newsroom;

    @Inject
    LogKeys keys;

    @Test
    void a_write_that_waits_is_answered_with_its_place_and_proof() throws Exception {
        Response written = write("wait=10");

        assertThat(written.statusCode()).isEqualTo(201);
        assertThat(written.headers().getValues("Preference-Applied")).contains("wait=10");
        long index = Long.parseLong(written.header("Audit-Index"));
        LogProof proof = LogProof.parse(new String(Base64.getDecoder().decode(written.header("Audit-Proof")), UTF_8));
        assertThat(proof.index()).isEqualTo(index);
        proof.verify(leaf(index), key());
        assertThat(new String(leaf(index), UTF_8)).contains(written.header("Audit-Event"));
    }

    @Test
    void a_write_that_does_not_wait_has_no_place_yet() {
        Response written = write("return=representation");

        assertThat(written.statusCode()).isEqualTo(201);
        assertThat(written.header("Audit-Index")).isNull();
        assertThat(written.header("Audit-Event")).startsWith("event_");
    }

    @Test
    void a_read_tells_the_place_once_it_is_published() {
        Response written = write("wait=10");

        given().get(written.header("Location"))
                .then()
                .statusCode(200)
                .header("Audit-Index", equalTo(written.header("Audit-Index")));
        given().get(written.header("Location") + "/audit")
                .then()
                .body(hasJson("items[0].logIndex", equalTo(Integer.parseInt(written.header("Audit-Index")))));
    }

    @Test
    void every_checkpoint_goes_on_from_every_earlier_one() throws Exception {
        write("wait=10");
        Checkpoint earlier = checkpoint();
        write("wait=10");
        write("wait=10");
        Checkpoint later = checkpoint();

        assertThat(later.size()).isGreaterThanOrEqualTo(earlier.size() + 2);
        Response proof = given().queryParam("from", earlier.size())
                .queryParam("to", later.size())
                .get("/v1/audit/consistency");
        List<Hash> path = proof.jsonPath().getList("consistency", String.class).stream()
                .map(Hash::fromBase64)
                .toList();
        new Consistency(earlier.size(), later.size(), path).verify(earlier.root(), later.root());
        assertThat(proof.header("Cache-Control")).contains("immutable");
    }

    @Test
    void tiles_hold_the_hashes_of_the_entries() throws Exception {
        write("wait=10");
        int width = (int) Math.min(checkpoint().size(), 256);
        String part = width == 256 ? "" : ".p/" + width;

        byte[] tile = bytes("/v1/audit/tile/0/000" + part);
        List<byte[]> entries = EntryBundle.decode(bytes("/v1/audit/tile/entries/000" + part));

        assertThat(entries).hasSize(width);
        for (int i = 0; i < width; i++) {
            assertThat(Hash.of(Arrays.copyOfRange(tile, i * 32, i * 32 + 32))).isEqualTo(Hash.leaf(entries.get(i)));
        }
        assertThat(bytes("/v1/audit/tile/0/000.p/1")).isEqualTo(Arrays.copyOf(tile, 32));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/0",
                "tile/0/x000/000",
                "tile/00/000",
                "tile/0/999",
                "tile/64/000",
                "tile/1/001",
                "tile/8/000.p/1",
                "tile/63/000.p/1",
                "tile/entries/999.p/1",
                "tile/entries/00.p/1",
                "tile/0/000.p/01",
                "tile/x",
                "proofs/-1",
                "proofs/01",
                "proofs/x",
                "proofs/999999999",
                "proofs/99999999999999999999",
                "consistency?from=0",
                "consistency?from=2&to=1",
                "consistency?from=1&to=999999999",
                "consistency?from=x",
                "bundles/event_01k98n0b00e7vrv0000000000a",
                "bundles/x"
            })
    void what_is_not_there_is_not_found(String path) {
        Response answer = given().urlEncodingEnabled(false).get("/v1/audit/" + path);

        Refusal.of(answer, ProblemType.NOT_FOUND);
    }

    @Test
    void a_bundle_proves_what_a_reader_was_served() throws Exception {
        Assessed assessment = newsroom.anAssessment().published();
        write("wait=10");
        Response served = given().get("/v1/assessments/" + assessment.id());

        Response bundle = given().get("/v1/audit/bundles/" + served.header("Audit-Event"));

        bundle.then()
                .statusCode(200)
                .body(hasJson("format", equalTo("claimtrail/bundle/v1")))
                .body(hasJson("event", equalTo(served.header("Audit-Event"))))
                .body(hasJson("content", equalTo(served.asString())))
                .body(hasJson("salt", notNullValue()))
                .body(hasJson("vkey", equalTo(key().encode())));
        byte[] leaf = bundle.as(Json.class).<String>at("leaf").getBytes(UTF_8);
        LogProof.parse(bundle.as(Json.class).at("proof")).verify(leaf, key());
    }

    @Test
    void a_bundle_of_a_draft_is_for_staff() {
        Assessed draft = newsroom.anAssessment().drafted();
        String event =
                newsroom.editor().request().get("/v1/assessments/" + draft.id()).header("Audit-Event");
        write("wait=10");

        Refusal.of(given().get("/v1/audit/bundles/" + event), ProblemType.NOT_FOUND);
        newsroom.editor().request().get("/v1/audit/bundles/" + event).then().statusCode(200);
    }

    @Test
    void a_rotated_key_signs_beside_the_old_one_until_that_is_retired() throws Exception {
        VerifierKey old = key();
        Response rotated = newsroom.admin().request().post("/v1/audit/keys");
        rotated.then().statusCode(201).body(hasJson("retiredAt", nullValue()));
        VerifierKey fresh = VerifierKey.parse(rotated.as(Json.class).at("vkey"));

        write("wait=10");

        Note both = Note.parse(bytes("/v1/audit/checkpoint"));
        assertThat(both.isSignedBy(old)).isTrue();
        assertThat(both.isSignedBy(fresh)).isTrue();
        given().queryParam("type", "key.rotated")
                .get("/v1/audit/events")
                .then()
                .body(hasJson("items.subject", hasItem(rotated.as(Json.class).<String>at("id"))));

        newsroom.admin()
                .request()
                .delete("/v1/audit/keys/" + rotated.as(Json.class).at("id"))
                .then()
                .statusCode(200)
                .body(hasJson("retiredAt", notNullValue()));
        write("wait=10");
        assertThat(Note.parse(bytes("/v1/audit/checkpoint")).isSignedBy(fresh)).isFalse();
        assertThat(checkpoint().size()).isPositive();
    }

    /** Its answer tells of no record, and so of none that could be erased. */
    @Test
    void a_rotation_happens_once_whatever_is_erased_meanwhile() {
        String key = Newsroom.unique("rotation");
        Response first = rotate(key);
        String agent = write("wait=1").then().statusCode(201).extract().header("Location");
        newsroom.admin()
                .request()
                .header("If-Match", "*")
                .body("{\"basis\":\"copyright\"}")
                .post(agent + "/erase")
                .then()
                .statusCode(200);

        Response again = rotate(key);

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
        retire(first).then().statusCode(200);
    }

    @Test
    void rotations_at_once_come_one_after_the_other() throws Exception {
        CompletableFuture<Response> other;
        QuarkusTransaction.begin();
        keys.lock();
        LogKeyView mine = keys.introduce(Instant.now());
        try {
            other = CompletableFuture.supplyAsync(() -> rotate(Newsroom.unique("rotation")));
            assertThatThrownBy(() -> other.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        } finally {
            QuarkusTransaction.commit();
        }

        Response theirs = other.join();
        assertThat(theirs.statusCode()).isEqualTo(201);
        write("wait=10").then().statusCode(201);
        Note note = Note.parse(bytes("/v1/audit/checkpoint"));
        assertThat(note.isSignedBy(VerifierKey.parse(mine.vkey()))).isTrue();
        assertThat(note.isSignedBy(VerifierKey.parse(theirs.as(Json.class).at("vkey"))))
                .isTrue();
        newsroom.admin().request().delete("/v1/audit/keys/" + mine.id()).then().statusCode(200);
        retire(theirs).then().statusCode(200);
    }

    private Response rotate(String key) {
        Response rotated =
                newsroom.admin().request().header("Idempotency-Key", key).post("/v1/audit/keys");
        assertThat(rotated.statusCode()).isEqualTo(201);
        return rotated;
    }

    private Response retire(Response rotated) {
        return newsroom.admin()
                .request()
                .delete("/v1/audit/keys/" + rotated.as(Json.class).at("id"));
    }

    @Test
    void the_only_key_stays() {
        String only = given().get("/v1/audit/keys").path("items.find { it.retiredAt == null }.id");
        int signing = given().get("/v1/audit/keys")
                .<List<Object>>path("items.findAll { it.retiredAt == null }")
                .size();
        if (signing == 1) {
            Refusal.of(newsroom.admin().request().delete("/v1/audit/keys/" + only), ProblemType.WRONG_STATE);
        }
        Refusal.of(newsroom.admin().request().delete("/v1/audit/keys/" + noSuch(Kind.KEY)), ProblemType.NOT_FOUND);
    }

    private Response write(String prefer) {
        return newsroom.contributor()
                .request()
                .header("Prefer", prefer)
                .body("{\"type\":\"Organization\",\"name\":\"" + Newsroom.unique("Log desk") + "\"}")
                .post("/v1/agents");
    }

    private static VerifierKey key() {
        return VerifierKey.parse(given().get("/v1/audit/keys").as(Json.class).at("items[0].vkey"));
    }

    private static Checkpoint checkpoint() throws Exception {
        return Checkpoint.open(bytes("/v1/audit/checkpoint"), key());
    }

    private static byte[] leaf(long index) {
        int width = (int) (index % 256) + 1;
        String path = String.format("/v1/audit/tile/entries/%03d", index / 256) + (width == 256 ? "" : ".p/" + width);
        return EntryBundle.decode(bytes(path)).get(width - 1);
    }

    private static byte[] bytes(String path) {
        return given().get(path).then().statusCode(200).extract().asByteArray();
    }
}

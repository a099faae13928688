package org.claimtrail.audit.witness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.Note;
import org.claimtrail.merkle.ProofException;
import org.claimtrail.merkle.VerifierKey;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.support.FakeLog;
import org.claimtrail.support.Refusal;
import org.junit.jupiter.api.Test;

/** The role of a witness over HTTP, as other logs speak with it. Each test has a log of its own, or leaves it as it was. */
@QuarkusTest
@TestProfile(WitnessedDesk.class)
class WitnessResourceTest {

    private static final String PATH = "/v1/audit/witness/add-checkpoint";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final FakeLog log = FakeLog.of("log.example");

    @SuppressWarnings("NullAway.Init")
    @TestHTTPResource
    URI service;

    @Test
    void cosigns_step_by_step_and_says_the_size_it_knows() throws Exception {
        long known = known();

        HttpResponse<byte[]> cosigned = send(log.request(known, known + 5));

        assertCosigned(cosigned, log.text(known + 5));
        assertThat(cosigned.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
        assertCosigned(send(log.request(known + 5, known + 5)), log.text(known + 5));
        HttpResponse<byte[]> behind = send(log.request(known, known + 7));
        assertThat(behind.statusCode()).isEqualTo(409);
        assertThat(behind.headers().allValues("Content-Type")).containsExactly("text/x.tlog.size");
        assertThat(text(behind)).isEqualTo((known + 5) + "\n");
        assertCosigned(send(log.request(known + 5, known + 7)), log.text(known + 7));
    }

    @Test
    void refuses_with_the_statuses_of_the_protocol_and_problem_documents() throws Exception {
        long known = known();
        if (known == 0) {
            send(log.request(0, 4));
            known = 4;
        }

        Refusal.of(post("no request"), ProblemType.BAD_PARAMETER);
        Refusal.of(post(log.request(known + 2, log.text(known + 1))), ProblemType.BAD_PARAMETER);
        Refusal.of(post(log.request(known, known, FakeLog.stranger("log.example"))), ProblemType.FORBIDDEN);
        Refusal.of(post(FakeLog.of("other.example").request(0, 1)), ProblemType.NOT_FOUND);
        Refusal.of(post(log.request(known, log.text(known + 1))), ProblemType.INVALID);
        Refusal.of(post(FakeLog.forkOf(log, 0).request(known, known)), ProblemType.INVALID);
        Refusal.of(post(FakeLog.forkOf(log, 0).request(known, known + 3)), ProblemType.INVALID);
        assertThat(known()).as("none of that was stored").isEqualTo(known);
    }

    @Test
    void takes_no_large_bodies() {
        Refusal.of(post("old 0\n" + "A".repeat(64 * 1024)), ProblemType.TOO_LARGE);
    }

    @Test
    void takes_a_body_whatever_it_is_called() throws Exception {
        long known = known();
        byte[] body = log.request(known + 1, known + 1);

        for (String type : List.of("text/plain", "application/octet-stream", "application/json")) {
            assertThat(sendAs(type, body).statusCode()).as(type).isEqualTo(409);
        }
        assertThat(send(body).statusCode()).as("without Content-Type").isEqualTo(409);
    }

    @Test
    void takes_no_other_method() {
        for (Method method : List.of(Method.GET, Method.PUT, Method.DELETE)) {
            assertThat(given().request(method, PATH).statusCode())
                    .as("%s", method)
                    .isIn(401, 405);
        }
    }

    @Test
    void tells_a_wrong_credential_so() {
        Response answer =
                given().header("Authorization", "Bearer garbage").body("").post(PATH);

        Refusal.of(answer, ProblemType.UNAUTHENTICATED);
    }

    @Test
    void cosigns_one_of_the_checkpoints_that_race() throws Exception {
        FakeLog racing = FakeLog.of("racing.example");
        List<CompletableFuture<HttpResponse<byte[]>>> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            asked.add(HTTP.sendAsync(
                    request(FakeLog.forkOf(racing, 0, i).request(0, 6)).build(), BodyHandlers.ofByteArray()));
        }

        List<HttpResponse<byte[]>> answers =
                asked.stream().map(CompletableFuture::join).toList();

        assertThat(answers.stream().collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting())))
                .containsEntry(200, 1L)
                .containsEntry(409, 7L);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(answer -> assertThat(text(answer)).isEqualTo("6\n"));
    }

    /** The size it knows of the log, as a log finds it out. */
    private long known() throws Exception {
        HttpResponse<byte[]> answer = send(log.request(900, log.text(900, Hash.EMPTY)));
        assertThat(answer.statusCode()).isEqualTo(409);
        return Long.parseLong(text(answer).strip());
    }

    private void assertCosigned(HttpResponse<byte[]> answer, String text) throws ProofException {
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        Note note = Note.parse((text + "\n" + text(answer)).getBytes(StandardCharsets.UTF_8));
        assertThat(note.isSignedBy(VerifierKey.parse(vkey()))).isTrue();
    }

    /** From the file, since reading over HTTP is closed here. */
    private static String vkey() {
        return io.quarkus.arc.Arc.container()
                .instance(WitnessKey.class)
                .get()
                .signer()
                .orElseThrow()
                .verifierKey()
                .encode();
    }

    private static Response post(String body) {
        return post(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Response post(byte[] body) {
        return given().contentType("text/plain").body(body).post(PATH);
    }

    private HttpResponse<byte[]> send(byte[] body) throws Exception {
        return HTTP.send(request(body).build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> sendAs(String type, byte[] body) throws Exception {
        return HTTP.send(request(body).header("Content-Type", type).build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(byte[] body) {
        return HttpRequest.newBuilder(service.resolve(PATH)).POST(BodyPublishers.ofByteArray(body));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}

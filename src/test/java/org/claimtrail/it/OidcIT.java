package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.claimtrail.support.Client;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.Reply;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that an OpenID Connect provider signs, against the packaged service: who gets in, as whom, and who does not. */
@ExtendWith(ShownOutput.class)
class OidcIT {

    /** How long the service waits for the provider, which shares a busy machine with other tests, and its process with these. */
    private static final String PATIENCE = "60S";

    private static final Map<String, String> AGENT = Map.of("type", "Person", "name", "Somebody");

    @TempDir
    private static Path folder;

    private static Provider provider;
    private static Packaged service;

    @BeforeAll
    static void start() {
        provider = new Provider();
        provider.token("cora"); // until it is warm
        service = SignIn.with(provider, folder)
                .with("QUARKUS_OIDC_CONNECTION_TIMEOUT", PATIENCE)
                .with("CLAIMTRAIL_HTTP_ANSWER_TIMEOUT", PATIENCE)
                .start();
    }

    @AfterAll
    static void stop() {
        service.close();
        provider.close();
    }

    @Test
    void gives_the_rights_of_the_role_that_a_group_means() {
        as("cora").post("/v1/agents", AGENT).expect(201);
        as("cora").get("/v1/keys").expect(403);
        as("audrey").get("/v1/keys").expect(200);
        as("audrey").post("/v1/agents", AGENT).expect(403);
        as("ed").get("/v1/reviews").expect(200);
        as("ed").get("/v1/keys").expect(403);
        as("ada").get("/v1/keys").expect(200);
    }

    @Test
    void gives_the_rights_of_all_roles_together() {
        as("both").post("/v1/agents", AGENT).expect(201);
        as("both").get("/v1/keys").expect(200);
    }

    @Test
    void knows_somebody_without_a_role_and_lets_them_do_nothing() {
        as("noone").get("/v1/claims").expect(200);
        as("noone").post("/v1/agents", AGENT).expect(403);
        as("noone").get("/v1/reviews").expect(403);
    }

    @TestFactory
    List<DynamicTest> refuses_every_other_token_as_it_refuses_a_bad_key() throws Exception {
        Reply badKey = with("clt_key_01k98n0b00enm8146esfsye80v.wrong").get("/v1/claims");
        List<DynamicTest> tests = new ArrayList<>();
        new Forger(provider)
                .all()
                .forEach((name, token) -> tests.add(DynamicTest.dynamicTest(name, () -> {
                    Reply refused = with(token).get("/v1/claims").expect(401);

                    assertThat(refused.text()).isEqualTo(badKey.text());
                    assertThat(refused.header("WWW-Authenticate"))
                            .startsWith("Bearer")
                            .isEqualTo(badKey.header("WWW-Authenticate"));
                    assertThat(refused.header("Content-Type")).isEqualTo(badKey.header("Content-Type"));
                })));
        return tests;
    }

    @Test
    void takes_the_token_that_the_forged_ones_are_made_of() throws Exception {
        with(new Forger(provider).signed(provider.key(), claims -> claims))
                .post("/v1/agents", AGENT)
                .expect(201);
    }

    @Test
    void refuses_a_token_from_the_moment_it_expires() throws Exception {
        String token = expiring(5);
        // What else the machine does may take longer than the token lasts.
        Reply first = with(token).get("/v1/reviews");
        for (int seconds = 20; first.status() == 401 && seconds <= 80; seconds *= 2) {
            token = expiring(seconds);
            first = with(token).get("/v1/reviews");
        }
        first.expect(200);

        String expired = token;
        await(401, () -> with(expired).get("/v1/reviews"));
    }

    @Test
    void takes_all_tokens_of_a_subject_for_one_person_and_two_subjects_of_one_name_for_two() {
        String first = actorOf(as("twin1").post("/v1/agents", AGENT));
        String again = actorOf(as("twin1").post("/v1/agents", AGENT));
        String other = actorOf(as("twin2").post("/v1/agents", AGENT));

        assertThat(again).isEqualTo(first).startsWith("a:");
        assertThat(other).isNotEqualTo(first).startsWith("a:");
    }

    @Test
    void makes_one_person_of_many_first_requests_at_once() throws Exception {
        String token = new Forger(provider).signed(provider.key(), claims -> claims.subject("crowd"));
        List<CompletableFuture<Reply>> replies = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            replies.add(CompletableFuture.supplyAsync(() -> with(token).post("/v1/agents", AGENT)));
        }

        assertThat(replies.stream().map(reply -> actorOf(reply.join())).distinct())
                .hasSize(1);
    }

    @Test
    void keeps_four_eyes_between_a_persons_token_and_their_key() {
        Client admin = service.admin();
        String key = admin.post("/v1/keys", Map.of("holder", "Lin", "role", "editor", "subject", "linked"))
                .expect(201)
                .json()
                .path("key")
                .asText();
        Reply draft = draft(as("linked"));
        String path = "/v1/assessments/" + draft.id();
        Reply submitted = step(as("linked"), path, "submit", draft).expect(200);

        step(with(key), path, "approve", submitted).expect(403);
        step(as("linked"), path, "approve", submitted).expect(403);

        step(as("ed"), path, "approve", submitted).expect(200);
    }

    @Test
    void does_not_join_two_people_who_both_have_written() {
        Client admin = service.admin();
        as("cora").get("/v1/claims").expect(200);
        Map<String, String> key = Map.of("holder", "Somebody else", "role", "editor");
        admin.post("/v1/keys", key).expect(201);

        admin.post("/v1/keys", Map.of("holder", "Somebody else", "role", "editor", "subject", "cora"))
                .expect(409);
    }

    private static Reply draft(Client author) {
        Staff staff = new Staff(service.admin());
        String claim = service.admin().all("/v1/claims").get(0).path("id").asText();
        Map<String, Object> body = Map.of(
                "assessor", staff.desk, "scale", staff.scale, "rating", "false", "ratingExplanation", "It is not so.");
        return author.post("/v1/claims/" + claim + "/assessments", body).expect(201);
    }

    private static Reply step(Client by, String path, String step, Reply before) {
        return by.send("POST", path + "/" + step, "{}", Map.of("If-Match", before.etag()));
    }

    private static String actorOf(Reply written) {
        String event = written.expect(201).header("Audit-Event");
        JsonNode found = service.admin().all("/v1/audit/events?subject=" + written.id()).stream()
                .filter(item -> item.path("id").asText().equals(event))
                .findFirst()
                .orElseGet(() -> new ObjectNode(null));
        return found.path("actor").isTextual()
                ? found.path("actor").asText()
                : found.at("/actor/id").asText();
    }

    private static Client as(String person) {
        return with(provider.token(person));
    }

    private static Client with(String credential) {
        return new Client(service.url(), credential);
    }

    private static String expiring(int seconds) throws Exception {
        return new Forger(provider).signed(provider.key(), claims -> claims.expirationTime(Forger.at(seconds)));
    }

    /** Repeats until the answer has this status. */
    static Reply await(int status, Supplier<Reply> request) {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        Reply reply = request.get();
        while (reply.status() != status && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            reply = request.get();
        }
        return reply.expect(status);
    }
}

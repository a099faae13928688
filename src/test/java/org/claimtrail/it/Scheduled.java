package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.claimtrail.support.Client;
import org.claimtrail.support.Reply;
import org.jspecify.annotations.Nullable;

/**
 * An approved assessment that is published at a time to come.
 *
 * @param id of the assessment
 * @param at when it is due
 */
record Scheduled(String id, Instant at) {

    /** Until it is due, in seconds. What comes before takes a moment, or on a machine that does much else, far longer. */
    private static final List<Integer> LEADS = List.of(4, 15, 60);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** As soon as can be done before it is due. */
    static Scheduled soon(Client admin, Staff staff) {
        for (int lead : LEADS) {
            Optional<Scheduled> inTime = at(admin, staff, Instant.now().plusSeconds(lead));
            if (inTime.isPresent()) {
                return inTime.get();
            }
        }
        throw new AssertionError("Too slow: nothing was scheduled within " + LEADS + " s");
    }

    /** Nothing when that was too late: then it was refused, or has come out. */
    static Optional<Scheduled> at(Client admin, Staff staff, Instant at) {
        String claim = admin.get("/v1/claims?limit=1")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
        Map<String, Object> body = Map.of("assessor", staff.desk, "scale", staff.scale, "rating", "false");
        String id = sent(staff.contributor, "POST", "/v1/claims/" + claim + "/assessments", Client.json(body), keyed())
                .expect(201)
                .id();
        String path = "/v1/assessments/" + id;
        step(staff.contributor, path + "/submit", null).expect(200);
        String pseudonym =
                admin.get("/v1/keys?limit=1").json().at("/items/0/actor").asText();
        String review = Client.json(Map.of("assignee", pseudonym, "due", at.toString()));
        sent(admin, "PUT", path + "/review", review, Map.of("If-Match", "*")).expect(200);
        step(staff.editor, path + "/approve", null).expect(200);
        Reply scheduled = step(staff.editor, path + "/publish", "{\"at\":\"" + at + "\"}");
        Reply hidden = new Client(admin.service(), "").get(path);
        if (!Instant.now().isBefore(at)) {
            return Optional.empty();
        }
        scheduled.expect(200);
        hidden.expect(404);
        return Optional.of(new Scheduled(id, at));
    }

    private static Reply step(Client by, String path, @Nullable String body) {
        Map<String, String> headers = keyed();
        headers.put("If-Match", "*");
        return sent(by, "POST", path, body, headers);
    }

    private static Map<String, String> keyed() {
        return new HashMap<>(Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    /** Sends it until it is taken: what a busy service turns away for now, under its key happens once. */
    private static Reply sent(
            Client by, String method, String path, @Nullable String body, Map<String, String> headers) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Reply reply = by.send(method, path, body, headers);
        while (isForNow(reply)) {
            assertThat(System.nanoTime()).as("%s", reply).isLessThan(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
            reply = by.send(method, path, body, headers);
        }
        return reply;
    }

    /** With 409 the one before, which took too long, is still at work. */
    private static boolean isForNow(Reply reply) {
        return (reply.status() == 503 || reply.status() == 409)
                && !reply.header("Retry-After").isEmpty();
    }
}

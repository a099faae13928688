package org.claimtrail.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Ledger.agent;
import static org.claimtrail.support.Ledger.claim;
import static org.claimtrail.support.Ledger.content;
import static org.claimtrail.support.Ledger.contributor;
import static org.claimtrail.support.Ledger.json;
import static org.claimtrail.support.Ledger.reader;
import static org.claimtrail.support.Ledger.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.claimtrail.support.Json;
import org.junit.jupiter.api.Test;

/** Writers at the same time. */
@QuarkusTest
class ConcurrentEditTest {

    private static final int WRITERS = 8;
    private static final int EDITS = 5;

    @Test
    void no_edit_is_lost() throws Exception {
        String path = "/v1/claims/" + claim("about", List.of());
        List<Callable<List<String>>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = "writer " + writer;
            writers.add(() -> topicsAdded(path, name));
        }

        Set<String> added = new HashSet<>();
        together(writers).forEach(added::addAll);

        Response claim = reader().get(path);
        assertThat(claim.as(Json.class).<Integer>at("version")).isEqualTo(1 + WRITERS * EDITS);
        assertThat(claim.as(Json.class).<List<String>>at("about"))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(added);
        List<Integer> versions =
                reader().get(path + "/versions?limit=200").as(Json.class).at("items.version");
        assertThat(versions).hasSize(1 + WRITERS * EDITS).doesNotHaveDuplicates();
        Response events = reader().get(path + "/audit?limit=200");
        List<String> ids = events.as(Json.class).at("items.id");
        List<String> previous = events.as(Json.class).at("items.previous");
        assertThat(ids).hasSize(1 + WRITERS * EDITS);
        assertThat(previous.subList(1, ids.size())).isEqualTo(ids.subList(0, ids.size() - 1));
    }

    @Test
    void one_key_makes_one_record() throws Exception {
        String topic = unique();
        String key = unique();
        Map<String, Object> content = content(
                "text",
                "Sent more than once",
                "inLanguage",
                "en",
                "claimant",
                agent("A speaker"),
                "about",
                List.of(topic));

        List<Response> answers = together(Collections.nCopies(
                WRITERS,
                () -> contributor()
                        .header("Idempotency-Key", key)
                        .body(json(content))
                        .post("/v1/claims")));

        // 503 is for who waited too long for the one that was first: nothing was done, and the key says what came of
        // it.
        assertThat(answers).extracting(Response::statusCode).contains(201).isSubsetOf(201, 409, 503);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 503))
                .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isNotEmpty());
        Response again =
                contributor().header("Idempotency-Key", key).body(json(content)).post("/v1/claims");
        assertThat(again.statusCode()).isEqualTo(201);
        List<String> made =
                reader().get("/v1/claims?topic=" + topic).as(Json.class).at("items.id");
        assertThat(made).hasSize(1);
        assertThat(again.as(Json.class).<String>at("id")).isEqualTo(made.get(0));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .allSatisfy(answer ->
                        assertThat(answer.as(Json.class).<String>at("id")).isEqualTo(made.get(0)));
    }

    /** Reads, adds a topic and writes, again and again until the write is based on what stands. */
    private static List<String> topicsAdded(String path, String writer) {
        List<String> added = new ArrayList<>();
        while (added.size() < EDITS) {
            Response read = reader().get(path);
            List<String> topics = new ArrayList<>(read.as(Json.class).<List<String>>at("about"));
            topics.add(writer + " topic " + added.size());
            Map<String, Object> next = content("changeReason", "a topic more", "about", topics);
            for (String same : List.of("text", "inLanguage", "claimant")) {
                next.put(same, read.as(Json.class).at(same));
            }
            Response answer = contributor()
                    .header("If-Match", read.header("ETag"))
                    .body(json(next))
                    .put(path);
            // 503 is for who waited too long for the lock that the others have: nothing was done, as with 412.
            assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 412, 503);
            if (answer.statusCode() == 503) {
                assertThat(answer.header("Retry-After")).isNotEmpty();
            }
            if (answer.statusCode() == 200) {
                added.add(topics.get(topics.size() - 1));
            }
        }
        return added;
    }

    private static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> task : tasks) {
                running.add(threads.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return task.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get(5, TimeUnit.MINUTES));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}

package org.claimtrail.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class BatchesTest {

    private static final String KIND = "kind";
    private static final String MISSING = "08007";
    private final SQLException refused = new SQLException("one of them is there", "23505");
    private final SQLException cut = new SQLException("cut", "08006");

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final List<List<String>> journeys = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstIsUnderWay = new CountDownLatch(1);
    private final CountDownLatch firstMayReturn = new CountDownLatch(1);

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    @Test
    void who_comes_alone_goes_at_once() throws SQLException {
        Batches<String> batches = batches(batch -> {});

        batches.go(KIND, "x");
        batches.go(KIND, "y");

        assertThat(journeys).containsExactly(List.of("x"), List.of("y"));
    }

    @Test
    void who_comes_while_others_are_under_way_goes_with_the_next() {
        Batches<String> batches = batches(batch -> {});

        List<CompletableFuture<Void>> all = oneUnderWayAnd(batches, "b", "c", "d");
        firstMayReturn.countDown();

        assertThat(all).allSatisfy(done -> assertThat(done).succeedsWithin(10, TimeUnit.SECONDS));
        assertThat(journeys).hasSize(2);
        assertThat(journeys.get(1)).containsExactlyInAnyOrder("b", "c", "d");
    }

    @Test
    void no_batch_is_larger_than_one_message() {
        Batches<String> batches = batches(batch -> {});
        String[] many =
                IntStream.range(0, 3 * Batches.MOST).mapToObj(i -> "m" + i).toArray(String[]::new);

        List<CompletableFuture<Void>> all = oneUnderWayAnd(batches, many);
        firstMayReturn.countDown();

        assertThat(all).allSatisfy(done -> assertThat(done).succeedsWithin(10, TimeUnit.SECONDS));
        assertThat(journeys).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(Batches.MOST));
        assertThat(journeys.stream().flatMap(List::stream))
                .hasSize(1 + many.length)
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_large_goes_by_itself_and_waits_for_nobody_like_it() {
        CountDownLatch allAreUnderWay = new CountDownLatch(3);
        Batches<String> batches = batches(batch -> {
            if (batch.get(0).startsWith("large")) {
                allAreUnderWay.countDown();
                awaitQuietly(allAreUnderWay);
            }
        });

        List<CompletableFuture<Void>> all = oneUnderWayAnd(batches, "large 1", "large 2", "large 3");
        firstMayReturn.countDown();

        assertThat(all).allSatisfy(done -> assertThat(done).succeedsWithin(10, TimeUnit.SECONDS));
        assertThat(journeys).hasSize(4).allSatisfy(batch -> assertThat(batch).hasSize(1));
    }

    @Test
    void what_is_of_another_kind_does_not_wait() throws SQLException {
        Batches<String> batches = batches(batch -> {});

        oneUnderWayAnd(batches);
        batches.go("another kind", "x");

        assertThat(journeys).last().isEqualTo(List.of("x"));
        firstMayReturn.countDown();
    }

    @Test
    void what_one_of_them_did_wrong_fails_nobody_else() {
        Batches<String> batches = batches(batch -> {
            if (batch.contains("wrong")) {
                throw refused;
            }
        });

        List<CompletableFuture<Void>> all = oneUnderWayAnd(batches, "b", "wrong", "c");
        firstMayReturn.countDown();

        assertThat(all.get(2))
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableThat()
                .withCause(refused);
        assertThat(List.of(all.get(0), all.get(1), all.get(3)))
                .allSatisfy(done -> assertThat(done).succeedsWithin(10, TimeUnit.SECONDS));
        assertThat(journeys).contains(List.of("b"), List.of("c"), List.of("wrong"));
    }

    @Test
    void what_nobody_knows_is_unknown_to_all_and_not_repeated() {
        Batches<String> batches = batches(batch -> {
            if (!batch.contains("a")) {
                throw cut;
            }
        });

        List<CompletableFuture<Void>> all = oneUnderWayAnd(batches, "b", "c");
        firstMayReturn.countDown();

        assertThat(all.subList(1, 3))
                .allSatisfy(failed -> assertThat(failed)
                        .failsWithin(10, TimeUnit.SECONDS)
                        .withThrowableThat()
                        .havingCause()
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("08006")));
        assertThat(journeys).hasSize(2);
    }

    @Test
    void nobody_waits_for_ever_for_who_fell_over() {
        Batches<String> batches = batches(batch -> {
            if (!batch.contains("a")) {
                throw new StackOverflowError();
            }
        });

        List<CompletableFuture<Void>> all = oneUnderWayAnd(batches, "b", "c");
        firstMayReturn.countDown();

        assertThat(all.subList(1, 3)).allSatisfy(failed -> assertThat(failed).failsWithin(10, TimeUnit.SECONDS));
        assertThatThrownBy(() -> batches.go(KIND, "d")).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void a_batch_that_does_not_come_back_holds_up_nobody_behind_it() {
        Batches<String> batches = batches(batch -> {}, Duration.ofMillis(10));

        List<CompletableFuture<Void>> all = oneUnderWayAnd(batches);
        all.add(start(batches, "b"));
        all.add(start(batches, "c"));

        assertThat(all.subList(1, 3)).allSatisfy(done -> assertThat(done).succeedsWithin(10, TimeUnit.SECONDS));
        assertThat(all.get(0)).isNotDone();
        firstMayReturn.countDown();
        assertThat(all.get(0)).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void who_comes_after_those_who_went_without_it_does_not_wait_for_it_either() {
        Batches<String> batches = batches(batch -> {}, Duration.ofSeconds(12));
        List<CompletableFuture<Void>> all = oneUnderWayAnd(batches, "b");
        assertThat(all.get(1)).succeedsWithin(60, TimeUnit.SECONDS);

        assertThat(start(batches, "c")).succeedsWithin(10, TimeUnit.SECONDS);

        firstMayReturn.countDown();
        assertThat(all.get(0)).succeedsWithin(60, TimeUnit.SECONDS);
        assertThat(start(batches, "d")).succeedsWithin(10, TimeUnit.SECONDS);
    }

    /** As in a process that stood still. */
    @Test
    void who_has_waited_too_long_before_they_could_go_on_goes_all_the_same() {
        Batches<String> batches = batches(batch -> {}, Duration.ofMillis(200), Duration.ofMillis(10));

        List<CompletableFuture<Void>> all = oneUnderWayAnd(batches, "b");

        assertThat(all.get(1)).succeedsWithin(10, TimeUnit.SECONDS);
        assertThat(journeys).containsExactly(List.of("a"), List.of("b"));
        firstMayReturn.countDown();
        assertThat(all.get(0)).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void who_goes_with_others_that_do_not_come_back_waits_for_them_no_longer_than_that() throws Exception {
        CountDownLatch mayReturn = new CountDownLatch(1);
        Batches<String> batches =
                batches(batch -> awaitQuietly(mayReturn), Duration.ofMillis(10), Duration.ofMillis(200));
        firstMayReturn.countDown();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        all.add(start(batches, "b"));
        await(() -> journeys.size() == 1);
        for (int i = 0; i < 8; i++) {
            all.add(start(batches, "c" + i));
        }

        await(() ->
                all.stream().filter(CompletableFuture::isCompletedExceptionally).count() == 9 - journeys.size());
        assertThat(all.stream().filter(CompletableFuture::isCompletedExceptionally))
                .allSatisfy(failed -> assertThat(failed)
                        .failsWithin(1, TimeUnit.SECONDS)
                        .withThrowableThat()
                        .withStackTraceContaining("others did not come back"));

        mayReturn.countDown();
        assertThat(all.stream().filter(one -> !one.isCompletedExceptionally()))
                .hasSize(journeys.size())
                .allSatisfy(led -> assertThat(led).succeedsWithin(10, TimeUnit.SECONDS));
        assertThat(journeys.stream().flatMap(List::stream)).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void an_interruption_does_not_leave_open_what_became_of_it() throws Exception {
        Batches<String> batches = batches(batch -> {});
        oneUnderWayAnd(batches);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            try {
                batches.go(KIND, "b");
                interrupted.complete(Thread.currentThread().isInterrupted());
            } catch (SQLException e) {
                interrupted.completeExceptionally(e);
            }
        });
        waiting.start();
        await(() -> batches.waiting(KIND) == 1);
        waiting.interrupt();

        firstMayReturn.countDown();

        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(journeys).contains(List.of("b"));
    }

    @Test
    void of_many_each_is_done_once() throws Exception {
        Set<String> done = ConcurrentHashMap.newKeySet();
        AtomicInteger twice = new AtomicInteger();
        Batches<String> batches = new Batches<>(
                new Journey(batch -> {
                    if (batch.size() > 1 && batch.stream().anyMatch(job -> job.endsWith("7"))) {
                        throw refused;
                    }
                    batch.forEach(job -> twice.addAndGet(done.add(job) ? 0 : 1));
                }),
                Duration.ofMillis(1),
                Duration.ofMinutes(2));
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int client = 0; client < 16; client++) {
            int number = client;
            all.add(CompletableFuture.runAsync(
                    () -> IntStream.range(0, 500).forEach(i -> go(batches, "kind " + i % 3, number + "-" + i)),
                    clients));
        }

        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);

        assertThat(done).hasSize(16 * 500);
        assertThat(twice).hasValue(0);
    }

    /** One journey that has not come back, and others that want the same. */
    private List<CompletableFuture<Void>> oneUnderWayAnd(Batches<String> batches, String... others) {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        all.add(start(batches, "a"));
        assertThat(CompletableFuture.runAsync(() -> awaitQuietly(firstIsUnderWay), clients))
                .succeedsWithin(10, TimeUnit.SECONDS);
        for (String other : others) {
            all.add(start(batches, other));
        }
        await(() -> batches.waiting(KIND) == others.length);
        return all;
    }

    private CompletableFuture<Void> start(Batches<String> batches, String job) {
        return CompletableFuture.runAsync(() -> go(batches, KIND, job), clients);
    }

    private Batches<String> batches(Work then) {
        return batches(then, Duration.ofMinutes(1));
    }

    private Batches<String> batches(Work then, Duration patience) {
        return batches(then, patience, Duration.ofMinutes(2));
    }

    private Batches<String> batches(Work then, Duration patience, Duration end) {
        return new Batches<>(
                new Journey(batch -> {
                    journeys.add(batch);
                    if (batch.contains("a")) {
                        firstIsUnderWay.countDown();
                        awaitQuietly(firstMayReturn);
                    }
                    then.on(batch);
                }),
                patience,
                end);
    }

    /** What is done with a batch. */
    @FunctionalInterface
    private interface Work {
        void on(List<String> batch) throws SQLException;
    }

    /** A refusal has done nothing; a job is as large as its text says. */
    private record Journey(Work work) implements Batches.Journey<String> {

        @Override
        public void go(List<String> batch) throws SQLException {
            work.on(batch);
        }

        @Override
        public boolean isWorthRepeating(Throwable failure) {
            return failure instanceof SQLException refusal && "23505".equals(refusal.getSQLState());
        }

        @Override
        public String stateOfMissing() {
            return MISSING;
        }

        @Override
        public int size(String job) {
            return job.startsWith("large") ? Batches.LARGEST * 2 / 3 : 0;
        }
    }

    private static void go(Batches<String> batches, String kind, String job) {
        try {
            batches.go(kind, job);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) { // the test's own time limit ends it
            Thread.onSpinWait();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

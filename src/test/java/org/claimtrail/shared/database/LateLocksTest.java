package org.claimtrail.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimtrail.support.AtOnce;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The row of {@link #scope} is what acts lock; each appends a row with the next number, which no two can have. */
@QuarkusTest
class LateLocksTest {

    private static final String INSERT =
            "insert into idempotency (scope, fingerprint, answer, recorded_at, subject) values (?, ?, ?, ?, ?)";
    private static final String CHANGE = "update idempotency set fingerprint = ? where scope = ?";
    private static final String FIND = "select fingerprint from idempotency where scope = ?";
    private static final String LATEST = "select fingerprint from idempotency where subject = ?"
            + " order by cast(fingerprint as integer) desc limit 1";

    @Inject
    LateLocks locks;

    @Inject
    Writes writes;

    @Inject
    EntityManager entities;

    @Inject
    Connections connections;

    @Inject
    DatabaseKind kind;

    private final String scope = UUID.randomUUID().toString();
    private final AtomicInteger done = new AtomicInteger();

    @BeforeEach
    void whatIsLocked() {
        QuarkusTransaction.requiringNew().run(() -> add(scope, "0", null));
    }

    @Test
    void of_many_who_append_late_or_early_none_is_lost_and_none_has_the_number_of_another() {
        int each = 20;
        AtOnce.all(16, client -> {
            for (int i = 0; i < each; i++) {
                if (client % 4 == 0) {
                    QuarkusTransaction.requiringNew().run(this::append);
                } else {
                    locks.around(scope, this::append);
                }
            }
            return List.of();
        });

        assertThat(numbers())
                .isEqualTo(IntStream.rangeClosed(1, 16 * each).boxed().collect(Collectors.toSet()));
        assertThat(found(scope)).isEqualTo(Integer.toString(16 * each));
    }

    @Test
    void who_works_on_something_else_at_the_same_time_is_not_refused_with_who_was_overtaken() {
        List<String> others =
                IntStream.range(0, 8).mapToObj(n -> scope + "-" + n).toList();
        others.forEach(other -> QuarkusTransaction.requiringNew().run(() -> add(other, "0", null)));

        AtOnce.all(16, client -> {
            String of = others.get(client / 2); // two on each, in turns of two nodes that do not know of each other
            for (int i = 0; i < 10; i++) {
                locks.around(of + client, () -> append(of));
            }
            return List.of();
        });

        assertThat(others).allSatisfy(other -> assertThat(found(other)).isEqualTo("20"));
    }

    @Test
    void an_act_that_was_overtaken_is_done_again_by_what_stands_then() {
        String number = locks.around(scope, () -> {
            String next = append();
            if (done.incrementAndGet() == 1 && !kind.isEmbedded()) {
                elsewhere(this::append);
            }
            return next;
        });

        assertThat(number).isEqualTo(kind.isEmbedded() ? "1" : "2");
        assertThat(done).hasValue(kind.isEmbedded() ? 1 : 2);
        assertThat(found(scope)).isEqualTo(number);
    }

    @Test
    void an_act_that_is_not_overtaken_is_done_once_without_a_connection_of_its_own() {
        assumeFalse(kind.isEmbedded(), "there is one transaction after the other");

        String number = locks.around(scope, () -> {
            done.incrementAndGet();
            String next = append();
            assertThat(elsewhere(() -> locked(scope))).isEqualTo("0"); // nobody holds it
            return next;
        });

        assertThat(number).isEqualTo("1");
        assertThat(done).hasValue(1);
        assertThat(found(scope)).isEqualTo("1");
    }

    @Test
    void what_is_refused_is_refused_under_the_lock_and_nothing_was_written() {
        assertThatThrownBy(() -> locks.around(scope, () -> {
                    done.incrementAndGet();
                    append();
                    throw new IllegalStateException("refused");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("refused");

        assertThat(done).hasValue(kind.isEmbedded() ? 1 : 2);
        assertThat(found(scope)).isEqualTo("0");
        assertThat(numbers()).isEmpty();
    }

    @Test
    void what_the_database_refuses_each_time_is_refused_in_the_end() {
        assertThatThrownBy(() -> locks.around(scope, () -> {
                    done.incrementAndGet();
                    locked(scope);
                    add(scope, "there before", null);
                    return scope;
                }))
                .hasStackTraceContaining(DatabaseRefusal.class.getName());

        assertThat(done).hasValue(kind.isEmbedded() ? 1 : 2);
        assertThat(found(scope)).isEqualTo("0");
    }

    @Test
    void what_needs_its_lock_at_once_gets_it() {
        String found = locks.around(scope, () -> {
            done.incrementAndGet();
            String next = append();
            entities.createNativeQuery("select 1").getResultList(); // ties the transaction to a connection
            return next;
        });

        assertThat(found).isEqualTo("1");
        assertThat(done).hasValue(kind.isEmbedded() ? 1 : 2);
        assertThat(found(scope)).isEqualTo("1");
    }

    @Test
    void nothing_is_written_where_there_is_nothing_to_lock() {
        String missing = UUID.randomUUID().toString();

        assertThatThrownBy(() -> locks.around(missing, () -> {
                    boolean isThere = locked(missing) != null;
                    if (done.incrementAndGet() == (kind.isEmbedded() ? 1 : 2) && !isThere) {
                        throw new IllegalStateException("not there"); // as who holds a lock knows
                    }
                    add(missing + "/1", "1", missing);
                    return missing;
                }))
                .hasMessage("not there");

        assertThat(writes.read(FIND, row -> row.getString(1), missing + "/1")).isEmpty();
    }

    @Test
    void of_those_who_go_together_only_who_has_nothing_to_lock_writes_nothing() throws SQLException {
        assumeFalse(kind.isEmbedded(), "nothing goes together on H2");
        String missing = UUID.randomUUID().toString();
        List<List<Write>> batch = Stream.of(scope, missing)
                .map(of -> List.of(Write.held(lock(of).lock(), List.of(row(of + "/1", of)))))
                .toList();
        int[][] written = new int[1][];

        connections.beside(connection -> written[0] = Write.sendWhole(connection, Write.text(batch.get(0)), batch));

        assertThat(written[0]).containsExactly(1, 0);
        assertThat(numbers()).containsExactly(1);
        assertThat(writes.read(FIND, row -> row.getString(1), missing + "/1")).isEmpty();
    }

    private static Write row(String name, String subject) {
        return new Write(INSERT, new Object[] {name, "1", new byte[0], Instant.now(), subject});
    }

    @Test
    void in_the_transaction_of_a_caller_it_is_a_part_of_that() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    locks.around(scope, this::append);
                    throw new IllegalStateException("the caller thinks better of it");
                }))
                .hasMessage("the caller thinks better of it");

        assertThat(found(scope)).isEqualTo("0");
    }

    private String append() {
        return append(scope);
    }

    private String append(String of) {
        Query<String> latest = new Query<>(LATEST, row -> row.getString(1), of);
        writes.ask(lock(of), latest);
        String next = Integer.toString(Integer.parseInt(latest.first().orElse("0")) + 1);
        writes.add(CHANGE, next, of);
        add(of + "/" + next, next, of);
        return next;
    }

    private @Nullable String locked(String of) {
        Query<String> lock = lock(of);
        writes.ask(lock);
        return lock.first().orElse(null);
    }

    private static Query<String> lock(String of) {
        return Query.locking(FIND + " for update", row -> row.getString(1), of);
    }

    private void add(String name, String fingerprint, @Nullable String subject) {
        writes.add(INSERT, name, fingerprint, new byte[0], Instant.now(), subject);
    }

    private String found(String name) {
        return writes.read(FIND, row -> row.getString(1), name).get(0);
    }

    private Set<Integer> numbers() {
        return Set.copyOf(
                writes.read("select fingerprint from idempotency where subject = ?", row -> row.getInt(1), scope));
    }

    private static <T extends @Nullable Object> T elsewhere(Supplier<T> act) {
        return CompletableFuture.supplyAsync(
                        () -> QuarkusTransaction.requiringNew().call(act::get))
                .join();
    }
}

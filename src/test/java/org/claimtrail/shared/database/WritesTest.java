package org.claimtrail.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.claimtrail.support.AtOnce;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WritesTest {

    private static final String INSERT =
            "insert into idempotency (scope, fingerprint, answer, recorded_at, subject) values (?, ?, ?, ?, ?)";
    private static final String FIND = "select fingerprint from idempotency where scope = ?";

    @Inject
    Writes writes;

    @Inject
    EntityManager entities;

    @Inject
    Connections connections;

    @Inject
    DatabaseKind kind;

    private final String scope = UUID.randomUUID().toString();

    @Test
    void what_was_written_is_found_by_who_reads_after_it() {
        QuarkusTransaction.requiringNew().run(() -> {
            add(scope, "a");
            assertThat(found(scope)).isEqualTo("a");
        });

        assertThat(found(scope)).isEqualTo("a");
    }

    @Test
    void queries_of_hibernate_find_it_too() {
        QuarkusTransaction.requiringNew().run(() -> {
            add(scope, "a");
            List<String> found = entities.createQuery(
                            "select r.fingerprint from IdempotencyRecord r where r.scope = :scope", String.class)
                    .setParameter("scope", scope)
                    .getResultList();
            assertThat(found).containsExactly("a");
        });
    }

    @Test
    void a_failing_row_takes_its_neighbours_with_it() {
        QuarkusTransaction.requiringNew().run(() -> add(scope, "there before"));

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    add(scope + "1", "a");
                    add(scope, "b");
                    add(scope + "2", "c");
                }))
                .hasStackTraceContaining(DatabaseRefusal.class.getName());

        assertThat(found(scope)).isEqualTo("there before");
        assertThat(found(scope + "1")).isEqualTo("-");
        assertThat(found(scope + "2")).isEqualTo("-");
    }

    @Test
    void nothing_stands_of_it_even_if_the_refusal_is_swallowed() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    add(scope, "a");
                    add(scope, "again");
                    assertThatThrownBy(writes::tie).isInstanceOfSatisfying(DatabaseRefusal.class, refusal -> {
                        assertThat(refusal.isDuplicateIn("idempotency")).isTrue();
                        assertThat(refusal.isDuplicateIn("audit_event")).isFalse();
                    });
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(found(scope)).isEqualTo("-");
    }

    @Test
    void a_transaction_that_is_rolled_back_has_written_nothing() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    add(scope, "a");
                    throw new IllegalStateException("refused");
                }))
                .hasMessageContaining("refused");

        assertThat(found(scope)).isEqualTo("-");
    }

    @Test
    void a_transaction_that_somebody_gave_up_writes_nothing() {
        QuarkusTransaction.begin();
        add(scope, "a");
        QuarkusTransaction.setRollbackOnly();
        assertThatThrownBy(QuarkusTransaction::commit).isInstanceOf(QuarkusTransactionException.class);

        assertThat(found(scope)).isEqualTo("-");
    }

    @Test
    void more_rows_than_one_message_takes_arrive_in_their_order() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < 250; i++) {
                add(scope + i, "row " + i);
            }
            writes.add("update idempotency set fingerprint = 'last' where scope = ?", scope + 249);
        });

        assertThat(found(scope + 0)).isEqualTo("row 0");
        assertThat(found(scope + 249)).isEqualTo("last");
    }

    @Test
    void what_hibernate_writes_at_the_commit_is_one_with_it() {
        QuarkusTransaction.requiringNew().run(() -> add(scope, "there before"));

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    add(scope + "1", "a");
                    entities.persist(entity(scope));
                }))
                .hasStackTraceContaining("ConstraintViolation");

        assertThat(found(scope + "1")).isEqualTo("-");
    }

    @Test
    void rows_of_other_kinds_may_refer_to_each_other_and_change_each_other_in_their_order() {
        QuarkusTransaction.requiringNew().run(() -> {
            add(scope + "1", "a");
            add(scope + "2", "b");
            writes.add("update idempotency set fingerprint = 'changed' where scope = ?", scope + "1");
            writes.add("delete from idempotency where scope = ?", scope + "2");
            add(scope + "2", "again");
            add(scope + "3", "c");
        });

        assertThat(found(scope + "1")).isEqualTo("changed");
        assertThat(found(scope + "2")).isEqualTo("again");
        assertThat(found(scope + "3")).isEqualTo("c");
    }

    @Test
    void a_lock_holds_until_the_transaction_is_over() {
        QuarkusTransaction.requiringNew().run(() -> add(scope, "0"));
        List<CompletableFuture<Void>> increments = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> QuarkusTransaction.requiringNew().run(this::increment)))
                .toList();

        increments.forEach(CompletableFuture::join);

        assertThat(found(scope)).isEqualTo("8");
    }

    private void increment() {
        Query<String> locked = Query.locking(FIND + " for update", row -> row.getString(1), scope);
        writes.ask(locked);
        int next = Integer.parseInt(locked.first().orElseThrow()) + 1;
        writes.add("update idempotency set fingerprint = ? where scope = ?", Integer.toString(next), scope);
    }

    /** What Hibernate knows the table by, which others need not see. */
    private Object entity(String name) {
        try {
            Class<?> type = entities.getMetamodel().entity("IdempotencyRecord").getJavaType();
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object made = constructor.newInstance();
            set(made, "scope", name);
            set(made, "fingerprint", "of Hibernate");
            set(made, "answer", new byte[0]);
            set(made, "recordedAt", Instant.now());
            return made;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static void set(Object object, String field, Object value) throws ReflectiveOperationException {
        Field found = object.getClass().getDeclaredField(field);
        found.setAccessible(true);
        found.set(object, value);
    }

    @Test
    void questions_asked_together_have_each_their_answer() {
        QuarkusTransaction.requiringNew().run(() -> add(scope, "a"));
        Query<String> first = new Query<>(FIND, row -> row.getString(1), scope);
        Query<String> none = new Query<>(FIND, row -> row.getString(1), "nothing");
        Query<Integer> number =
                new Query<>("select count(*) from idempotency where scope = ?", row -> row.getInt(1), scope);

        writes.ask(first, none, number);

        assertThat(first.first()).contains("a");
        assertThat(none.all()).isEmpty();
        assertThat(number.all()).containsExactly(1);
    }

    @Test
    void of_many_who_write_at_once_each_has_all_of_its_rows_or_none() {
        QuarkusTransaction.requiringNew().run(() -> add(scope + "-3-5", "there before"));

        List<String> failed = AtOnce.all(
                16,
                client -> IntStream.range(0, 20)
                        .mapToObj(n -> scope + "-" + client + "-" + n)
                        .filter(name -> !isWritten(name))
                        .toList());

        assertThat(failed).containsExactly(scope + "-3-5");
        assertThat(found(scope + "-3-5")).isEqualTo("there before");
        assertThat(found(scope + "-3-5 too")).isEqualTo("-");
        assertThat(count(scope + "-%")).isEqualTo(1 + 2 * (16 * 20 - 1));
    }

    @Test
    void a_batch_of_the_largest_size_is_whole_or_not_at_all() {
        assumeFalse(kind.isEmbedded(), "nothing goes together on H2");
        QuarkusTransaction.requiringNew().run(() -> add(scope + "-" + (Batches.MOST - 1), "there before"));
        List<List<Write>> lists = IntStream.range(0, Batches.MOST)
                .mapToObj(n -> List.of(row(scope + "-" + n + " too"), row(scope + "-" + n)))
                .toList();

        assertThatThrownBy(() ->
                        connections.beside(connection -> Write.sendWhole(connection, Write.text(lists.get(0)), lists)))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23505"));

        assertThat(count(scope + "-%")).isEqualTo(1);
    }

    private static Write row(String name) {
        return new Write(INSERT, new Object[] {name, "a", new byte[100_000], Instant.now(), "none"});
    }

    @Test
    void of_many_who_ask_at_once_each_has_its_answer() {
        List<String> names = IntStream.range(0, 16)
                .mapToObj(client -> scope + " \"quoted\" {,} \\ " + client)
                .toList();
        names.forEach(name -> QuarkusTransaction.requiringNew().run(() -> add(name, name)));

        List<String> wrong = AtOnce.all(
                16,
                client -> IntStream.range(0, 20)
                        .filter(n -> !asked(names.get(client)).equals(List.of(names.get(client))))
                        .mapToObj(n -> names.get(client))
                        .toList());

        assertThat(wrong).isEmpty();
    }

    @Test
    void of_many_who_ask_for_several_at_once_each_has_its_own() {
        IntStream.range(0, 16).forEach(n -> QuarkusTransaction.requiringNew().run(() -> add(scope + n, scope + n)));
        String several = "select r.scope from " + Rows.WANTED + " join idempotency r on r.scope = wanted.id order by 1";

        List<String> wrong = AtOnce.all(
                16,
                client -> IntStream.range(0, 20)
                        .mapToObj(n -> IntStream.rangeClosed(0, client)
                                .mapToObj(i -> scope + i)
                                .sorted()
                                .toArray(String[]::new))
                        .filter(names -> {
                            Query<String> query = Query.common(several, row -> row.getString(1), (Object) names);
                            writes.ask(query);
                            return !query.all().equals(List.of(names));
                        })
                        .map(List::of)
                        .map(List::toString)
                        .toList());

        assertThat(wrong).isEmpty();
    }

    private boolean isWritten(String name) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                add(name + " too", "a");
                add(name, "b");
            });
            return true;
        } catch (QuarkusTransactionException | DatabaseRefusal refused) {
            return false;
        }
    }

    private List<String> asked(String name) {
        Query<String> query = Query.common(FIND, row -> row.getString(1), name);
        writes.ask(query);
        return query.all();
    }

    private int count(String pattern) {
        return writes.read("select count(*) from idempotency where scope like ?", row -> row.getInt(1), pattern)
                .get(0);
    }

    private void add(String name, String fingerprint) {
        writes.add(INSERT, name, fingerprint, new byte[0], Instant.now(), null);
    }

    private String found(String name) {
        return writes.read(FIND, row -> row.getString(1), name).stream()
                .findFirst()
                .orElse("-");
    }
}

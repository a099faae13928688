package org.claimtrail.history.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.claimtrail.shared.database.DatabaseKind;
import org.claimtrail.support.PostgresServer;
import org.claimtrail.support.Readers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Cluster as they call on a real PostgreSQL, as the service's own role. */
class ClusterTest {

    private static final PostgresServer SERVER = PostgresServer.shared();
    private static final String DATABASE = SERVER.newLedger();

    private final AtomicLong clock = new AtomicLong();
    private final Cluster one = node(false);

    @BeforeEach
    void nobody() {
        SERVER.execute(DATABASE, "delete from node");
    }

    @Test
    void one_node_is_alone_and_may_hold_what_it_has_seen_after_a_while() {
        one.call();
        assertThat(one.isAlone()).isTrue();
        assertThat(one.mayHold()).isFalse();

        callFor(RollCall.SETTLED, one);

        assertThat(one.mayHold()).isTrue();
        assertThat(one.isAlone()).isTrue();
        assertThat(rows()).isEqualTo("1");
    }

    @Test
    void two_nodes_know_of_each_other_and_hold_what_they_have_seen() {
        Cluster other = node(false);

        callFor(RollCall.SETTLED, one, other);

        assertThat(one.isAlone()).isFalse();
        assertThat(other.isAlone()).isFalse();
        assertThat(one.mayHold()).isTrue();
        assertThat(other.mayHold()).isTrue();
    }

    @Test
    void who_stops_is_waited_for_no_more_and_who_dies_for_a_while() throws InterruptedException {
        Cluster other = node(false);
        Cluster dead = node(false);
        callFor(RollCall.SETTLED, one, other, dead);

        other.stop(new ShutdownEvent());
        assertThat(other.mayHold()).isFalse();
        callFor(RollCall.EVERY, one);
        assertThat(one.isAlone()).isFalse();
        assertThat(rows()).isEqualTo("2");

        callFor(RollCall.GONE, one);
        assertThat(one.isAlone()).isTrue();
        assertThat(rows()).isEqualTo("2");

        callFor(RollCall.FORGOTTEN, one);
        assertThat(rows()).isEqualTo("1");

        dead.call(); // which only stood still
        one.call();
        assertThat(one.isAlone()).isFalse();
        assertThat(rows()).isEqualTo("2");
    }

    @Test
    void who_cannot_call_is_not_alone_and_holds_nothing() {
        callFor(RollCall.SETTLED, one);
        SERVER.execute(DATABASE, "alter table node rename to elsewhere");
        try {
            callFor(RollCall.SETTLED, one);

            assertThat(one.isAlone()).isFalse();
            assertThat(one.mayHold()).isFalse();
        } finally {
            SERVER.execute(DATABASE, "alter table elsewhere rename to node");
        }
    }

    @Test
    void a_node_that_only_reads_is_none_of_them_and_holds_what_it_has_seen() throws InterruptedException {
        Cluster reader = node(true);

        assertThat(reader.mayHold()).isTrue();
        assertThat(reader.isAlone()).isFalse();
        reader.stop(new ShutdownEvent());
    }

    @Test
    void nobody_is_alone_whose_writes_are_answered_when_standbys_show_them() {
        SERVER.execute(DATABASE, "alter database " + DATABASE + " set synchronous_commit = remote_apply");
        try {
            one.call();

            assertThat(one.isAlone()).isFalse();
        } finally {
            SERVER.execute(DATABASE, "alter database " + DATABASE + " reset synchronous_commit");
        }
        one.call();
        assertThat(one.isAlone()).isTrue();
    }

    private void callFor(Duration time, Cluster... nodes) {
        for (Duration left = time; !left.isNegative(); left = left.minus(RollCall.EVERY)) {
            for (Cluster node : nodes) {
                node.call();
            }
            clock.addAndGet(RollCall.EVERY.toNanos());
        }
        for (Cluster node : nodes) {
            node.call();
        }
    }

    private Cluster node(boolean reads) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(SERVER.url(DATABASE));
        source.setUser(PostgresServer.SERVICE);
        source.setPassword(PostgresServer.PASSWORD);
        return new Cluster(
                new DatabaseKind("postgresql"),
                Readers.node(reads),
                source,
                new SimpleMeterRegistry(),
                Clock.systemUTC(),
                new RollCall(clock::get));
    }

    private static String rows() {
        return SERVER.query(DATABASE, "select count(*) from node");
    }
}

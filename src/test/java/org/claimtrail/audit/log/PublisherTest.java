package org.claimtrail.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.claimtrail.support.FakeWitness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes that publish one log. */
class PublisherTest {

    @TempDir
    private Path folder;

    private Path other;

    @BeforeEach
    void makeFolder() throws Exception {
        other = Files.createDirectory(folder.resolve("other"));
    }

    @Test
    void what_one_node_has_shown_the_other_anchors_and_shows() throws Exception {
        TestLog one = new TestLog(folder, Map.of());
        TestLog another = one.another(other);
        one.grow(5);
        one.sign();

        another.follow();

        assertThat(another.published().size()).isEqualTo(5);
        assertThat(another.anchored()).isEqualTo(5);
    }

    @Test
    void a_node_that_stood_still_while_another_went_on_shows_nothing_older() throws Exception {
        try (FakeWitness witness = FakeWitness.start("slow.example")) {
            TestLog slow = new TestLog(
                    folder,
                    Map.of(
                            "claimtrail.audit.witnesses[0].url", witness.url().toString(),
                            "claimtrail.audit.witnesses[0].vkey", witness.vkey()));
            TestLog fast = slow.another(other);
            slow.grow(5);
            witness.behave((request, checkpoint) -> {
                goOn(fast);
                return FakeWitness.Answer.status(503);
            });

            slow.publisher(slow.witnesses()).publish();

            assertThat(shown(slow)).containsExactly(8L);
            assertThat(slow.published().size()).isEqualTo(8);
            assertThat(slow.anchored()).isEqualTo(8);
        }
    }

    @Test
    void a_database_that_lacks_what_was_shown_is_not_signed_on() throws Exception {
        TestLog log = new TestLog(folder, Map.of());
        log.grow(5);
        log.sign();
        loseAll(log);

        assertThatThrownBy(log::follow).isInstanceOf(Fork.class);
        log.another(other).grow(7);
        log.another(other).sign();
        assertThatThrownBy(log::follow).isInstanceOf(Fork.class).hasMessageContaining("5 entries");
    }

    /** Witnesses may have cosigned it, though nobody was shown it. */
    @Test
    void a_database_that_lacks_what_was_signed_and_anchored_is_not_signed_on() throws Exception {
        try (FakeWitness witness = FakeWitness.start("away.example")) {
            TestLog log = new TestLog(
                    folder,
                    Map.of(
                            "claimtrail.audit.quorum",
                            "1",
                            "claimtrail.audit.witnesses[0].url",
                            witness.url().toString(),
                            "claimtrail.audit.witnesses[0].vkey",
                            witness.vkey()));
            witness.behave((request, checkpoint) -> FakeWitness.Answer.status(503));
            log.grow(5);
            assertThatThrownBy(() -> log.publisher(log.witnesses()).publish()).isInstanceOf(TooFewWitnesses.class);
            assertThat(log.anchored()).isEqualTo(5);
            loseAll(log);

            log.another(other).grow(7);

            assertThatThrownBy(log::sign).isInstanceOf(Fork.class);
        }
    }

    /** As a server does that takes over without the latest transactions of the one before it. */
    private static void loseAll(TestLog log) throws SQLException {
        log.stored().inTransaction(connection -> {
            for (String table : List.of("audit_published", "audit_checkpoint", "audit_entry")) {
                connection.createStatement().execute("delete from " + table);
            }
            return connection.createStatement().execute("update log_state set size = 0, frontier = ''");
        });
    }

    private static void goOn(TestLog node) {
        try {
            node.grow(3);
            node.sign();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The sizes of what was shown to anyone. */
    private static List<Long> shown(TestLog log) {
        return log.stored().read(connection -> {
            List<Long> sizes = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("select size from audit_published");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    sizes.add(rows.getLong(1));
                }
            }
            return sizes;
        });
    }
}

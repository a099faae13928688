package org.claimtrail.cli.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.claimtrail.cli.verify.Audited;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {

    private static final Audited FOUND = new Audited(7, "root", List.of());
    private static final String KEY = "insert into audit_key values ('key_1', 'example.org/log+1+A', now(), null)";

    @TempDir
    private Path folder;

    private Databases databases;

    @BeforeEach
    void begun() throws Exception {
        databases = Databases.in(folder);
        databases.execute(KEY);
    }

    @Test
    void a_ledger_that_was_moved_is_not_moved_again() throws Exception {
        try (Source source = Source.open(folder)) {
            assertThatCode(source::requireNotMoved).doesNotThrowAnyException();

            source.markMoved(FOUND);

            assertThat(folder.resolve("moved-to-postgresql.txt")).content().contains("7 entries and the root root");
            assertThatThrownBy(source::requireNotMoved).hasMessageContaining("was moved before");
        }
    }

    @Test
    void its_mark_is_another_one_once_somebody_has_written_and_the_log_in_it_the_same() throws Exception {
        Mark before = mark();
        assertThat(mark()).isEqualTo(before);

        databases.execute("insert into witness_log values ('of another log', 1, '')");

        assertThat(mark().source()).isNotEqualTo(before.source());
        assertThat(mark().log()).isEqualTo(before.log()).isEqualTo("example.org/log+1+A");
    }

    @Test
    void only_what_this_version_of_the_program_has_written_is_moved() throws Exception {
        try (Source source = Source.open(folder)) {
            Migrations migrations = Migrations.in(databases.url(), databases.owner());
            assertThatCode(() -> migrations.requireSame(source.versions())).doesNotThrowAnyException();

            Set<String> versions = new TreeSet<>(source.versions());
            versions.add("1000");
            assertThatThrownBy(() -> migrations.requireSame(versions)).hasMessageContaining("newer version");
            versions.removeAll(Set.of("1000", "1"));
            assertThatThrownBy(() -> migrations.requireSame(versions)).hasMessageContaining("Start the service");
        }
    }

    @Test
    void a_folder_without_a_database_is_no_source() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> Source.open(empty)).hasMessageContaining("there is no " + empty);
    }

    private Mark mark() throws Exception {
        try (Source source = Source.open(folder)) {
            return source.mark(FOUND);
        }
    }
}

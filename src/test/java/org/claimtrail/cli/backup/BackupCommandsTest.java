package org.claimtrail.cli.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.claimtrail.shared.file.DataFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backup holds and where it is put back, when not everything lies in the data folder. */
class BackupCommandsTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path data = Path.of("");
    private Path audit = Path.of("");
    private Path zip = Path.of("");

    @BeforeEach
    void files() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        audit = Files.createDirectory(folder.resolve("audit"));
        zip = folder.resolve("backup.zip");
        Files.writeString(data.resolve(DataFiles.DATABASE), "the database");
        Files.writeString(data.resolve(DataFiles.ERASURES), "erasures");
        Files.writeString(audit.resolve(DataFiles.LOG_KEY), "the key");
        Files.writeString(audit.resolve(DataFiles.ANCHOR), "the anchor");
    }

    @Test
    void takes_key_and_anchor_from_their_folder_and_puts_them_back_into_another() throws IOException {
        Path there = folder.resolve("there");
        Path auditThere = Files.createDirectory(folder.resolve("audit-there"));

        assertThat(backup("--audit-folder", audit.toString())).isZero();
        assertThat(run(
                        "restore",
                        "--from",
                        zip.toString(),
                        "--data",
                        there.toString(),
                        "--audit-folder",
                        auditThere.toString()))
                .isZero();

        assertThat(there.resolve(DataFiles.DATABASE)).hasContent("the database");
        assertThat(there.resolve(DataFiles.ERASURES)).hasContent("erasures");
        assertThat(auditThere.resolve(DataFiles.LOG_KEY)).hasContent("the key");
        assertThat(auditThere.resolve(DataFiles.ANCHOR)).hasContent("the anchor");
        assertThat(out.toString(UTF_8))
                .contains("It holds the log's key")
                .contains("verify --data " + there + " --audit-folder " + auditThere);
        assertThat(err.toString(UTF_8))
                .contains("Taken from the backup, since there was none: log-key.p12, log-anchor.txt.");
    }

    @Test
    void says_what_it_has_not_found() {
        assertThat(backup()).isZero();

        assertThat(out.toString(UTF_8))
                .contains("with erasures.jsonl, claimtrail.mv.db.")
                .doesNotContain("holds the log's key");
        assertThat(err.toString(UTF_8))
                .contains("Not in it: log-key.p12, log-anchor.txt.")
                .contains("--audit-folder");
    }

    @Test
    void refuses_a_folder_that_is_not_there() {
        assertThat(backup("--audit-folder", folder.resolve("not-mounted").toString()))
                .isEqualTo(1);

        assertThat(err.toString(UTF_8)).contains("there is no folder").contains("not-mounted");
        assertThat(zip).doesNotExist();
    }

    @Test
    void sets_aside_what_is_there_each_time() throws IOException {
        assertThat(backup()).isZero();
        for (String newer : new String[] {"newest", "next"}) {
            Files.writeString(data.resolve(DataFiles.DATABASE), newer);

            assertThat(run("restore", "--from", zip.toString(), "--data", data.toString()))
                    .isZero();

            assertThat(data.resolve(DataFiles.DATABASE)).hasContent("the database");
        }
        assertThat(data.resolve("claimtrail.mv.db.before-restore")).hasContent("newest");
        assertThat(data.resolve("claimtrail.mv.db.before-restore-2")).hasContent("next");
    }

    @Test
    void does_not_restore_keys_and_anchor_into_a_folder_that_is_not_there() {
        Path away = folder.resolve("not-mounted");
        assertThat(backup("--audit-folder", audit.toString())).isZero();

        int code =
                run("restore", "--from", zip.toString(), "--data", data.toString(), "--audit-folder", away.toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("there is no folder").contains("not-mounted");
        assertThat(away).doesNotExist();
        assertThat(data.resolve("claimtrail.mv.db.before-restore")).doesNotExist();
    }

    @Test
    void says_nothing_of_key_and_anchor_that_stay() {
        assertThat(backup("--audit-folder", audit.toString())).isZero();

        assertThat(run(
                        "restore",
                        "--from",
                        zip.toString(),
                        "--data",
                        data.toString(),
                        "--audit-folder",
                        audit.toString()))
                .isZero();

        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void changes_nothing_while_a_service_has_the_database() throws IOException {
        assertThat(backup("--audit-folder", audit.toString())).isZero();
        Files.delete(data.resolve(DataFiles.ERASURES));

        try (FileChannel service = FileChannel.open(data.resolve(DataFiles.DATABASE), StandardOpenOption.WRITE);
                FileLock lock = service.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(run("restore", "--from", zip.toString(), "--data", data.toString()))
                    .isEqualTo(1);
        }

        assertThat(err.toString(UTF_8)).contains("is in use");
        assertThat(data)
                .isDirectoryContaining("glob:**.db")
                .isDirectoryNotContaining("glob:**.{new,before-restore,jsonl}");
    }

    @Test
    void restores_nothing_while_the_database_is_compacted() throws IOException {
        assertThat(backup("--audit-folder", audit.toString())).isZero();
        Files.delete(data.resolve(DataFiles.ERASURES));
        Path mark = Files.writeString(data.resolve(DataFiles.COMPACTION_DUE), "");

        try (FileChannel compaction = FileChannel.open(mark, StandardOpenOption.WRITE);
                FileLock lock = compaction.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(run("restore", "--from", zip.toString(), "--data", data.toString()))
                    .isEqualTo(1);
        }

        assertThat(err.toString(UTF_8)).contains("is being compacted");
        assertThat(data)
                .isDirectoryContaining("glob:**.db")
                .isDirectoryNotContaining("glob:**.{new,before-restore,jsonl}");
    }

    @Test
    void restores_where_a_compaction_is_due_and_leaves_it_to_the_next_start() throws IOException {
        assertThat(backup()).isZero();
        Files.writeString(data.resolve(DataFiles.DATABASE), "with what was erased");
        Files.writeString(data.resolve(DataFiles.COMPACTION_DUE), "");

        assertThat(run("restore", "--from", zip.toString(), "--data", data.toString()))
                .isZero();

        assertThat(data.resolve(DataFiles.DATABASE)).hasContent("the database");
        assertThat(data.resolve(DataFiles.COMPACTION_DUE)).exists();
    }

    @Test
    void leaves_the_database_alone_when_the_backup_holds_none() throws IOException {
        try (ZipOutputStream other = new ZipOutputStream(Files.newOutputStream(zip))) {
            other.putNextEntry(new ZipEntry(DataFiles.LOG_KEY));
        }

        assertThat(run("restore", "--from", zip.toString(), "--data", data.toString()))
                .isEqualTo(1);

        assertThat(data.resolve(DataFiles.DATABASE)).hasContent("the database");
        assertThat(data).isDirectoryNotContaining("glob:**.{new,before-restore,p12}");
    }

    @Test
    void the_folder_that_it_restores_into_is_its_owners_alone() throws IOException {
        Path there = folder.resolve("there");
        assertThat(backup()).isZero();

        assertThat(run("restore", "--from", zip.toString(), "--data", there.toString()))
                .isZero();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(there)))
                .isEqualTo("rwx------");
    }

    @Test
    void makes_no_backup_of_what_was_erased() throws IOException {
        Files.writeString(data.resolve(DataFiles.COMPACTION_DUE), "");

        assertThat(backup()).as("a database that cannot be compacted").isEqualTo(1);

        assertThat(err.toString(UTF_8)).contains("an erasure is not complete");
        assertThat(zip).doesNotExist();
        assertThat(data.resolve(DataFiles.COMPACTION_DUE)).exists();
    }

    @Test
    void completes_an_erasure_before_it_copies() throws Exception {
        Path database = data.resolve(DataFiles.DATABASE);
        Files.delete(database);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("claimtrail"));
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (id int primary key)");
        }
        Files.writeString(data.resolve(DataFiles.COMPACTION_DUE), "");

        assertThat(backup()).isZero();

        assertThat(data.resolve(DataFiles.COMPACTION_DUE)).doesNotExist();
        try (ZipFile written = new ZipFile(zip.toFile())) {
            assertThat(written.stream().map(ZipEntry::getName)).endsWith(DataFiles.DATABASE);
        }
    }

    @Test
    void makes_no_backup_of_a_ledger_that_lives_elsewhere() throws IOException {
        Files.writeString(data.resolve(DataFiles.MOVED), "");

        assertThat(backup()).isEqualTo(1);

        assertThat(err.toString(UTF_8)).contains("was moved to PostgreSQL");
        assertThat(zip).doesNotExist();
    }

    @Test
    void an_option_that_it_does_not_know_is_a_matter_of_usage() {
        assertThat(backup("--audit", audit.toString())).isEqualTo(2);
        assertThat(zip).doesNotExist();
    }

    private int backup(String... more) {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(
                new String[] {"backup", "--data", data.toString(), "--to", zip.toString()}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return run(arguments);
    }

    private int run(String... arguments) {
        return BackupCommands.run(arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }
}

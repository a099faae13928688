package org.claimtrail.cli.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Path auditThere = folder.resolve("audit-there");

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
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void says_what_it_has_not_found() {
        assertThat(backup()).isZero();

        assertThat(out.toString(UTF_8))
                .contains("with claimtrail.mv.db, erasures.jsonl.")
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

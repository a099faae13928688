package org.claimtrail.cli.folder;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.claimtrail.shared.start.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was deleted from the embedded database must not be readable in its file either. */
class CompactionTest {

    private static final String SECRET = "a-word-that-must-go";
    private static final int STAY = 2000;

    @TempDir
    Path folder;

    @Test
    void the_file_holds_nothing_of_what_was_deleted_once_it_is_compacted() throws Exception {
        fill();
        assertThat(file()).as("H2 leaves old bytes behind").contains(SECRET);
        Files.writeString(folder.resolve("compaction-due"), "");

        Compaction.ifDue(folder);

        assertThat(file()).doesNotContain(SECRET);
        assertThat(folder.resolve("compaction-due")).doesNotExist();
        assertThat(rows()).isEqualTo(STAY);
    }

    @Test
    void nothing_is_written_where_no_erasure_asks_for_it() throws Exception {
        fill();
        String before = file();

        Compaction.ifDue(folder);

        assertThat(file().equals(before)).isTrue();
    }

    @Test
    void a_database_that_is_open_waits_for_the_next_time() throws Exception {
        fill();
        Files.writeString(folder.resolve("compaction-due"), "");

        try (Connection open = connect()) {
            Compaction.ifDue(folder);

            assertThat(open.isValid(1)).isTrue();
        }

        assertThat(folder.resolve("compaction-due")).exists();
        assertThat(rows()).isEqualTo(STAY);
    }

    @Test
    void a_folder_without_a_database_is_left_alone() throws Exception {
        Files.writeString(folder.resolve("compaction-due"), "");

        Compaction.ifDue(folder);

        assertThat(folder.resolve("claimtrail.mv.db")).doesNotExist();
    }

    @Test
    void the_new_file_is_for_whom_the_old_one_was() throws Exception {
        fill();
        Path database = folder.resolve("claimtrail.mv.db");
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(folder.resolve("compaction-due"), "");

        Compaction.ifDue(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(database)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("compaction-due")).doesNotExist();
    }

    @Test
    void waits_for_another_process_that_is_at_it_and_does_not_do_it_again() throws Exception {
        fill();
        String before = file();
        Path mark = Files.writeString(folder.resolve("compaction-due"), "");
        Process other = Holder.of(mark);

        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> Compaction.ifDue(folder));
        assertThatThrownBy(() -> waiting.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        other.getOutputStream().close();

        waiting.get(1, TimeUnit.MINUTES);
        assertThat(file().equals(before)).as("left as it is").isTrue();
        assertThat(other.waitFor()).isZero();
    }

    @Test
    void says_what_to_do_whatever_H2_fails_with() throws Exception {
        fill();
        Files.writeString(folder.resolve("compaction-due"), "");
        Files.createDirectories(folder.resolve("claimtrail.mv.db.tempFile").resolve("in-the-way"));

        assertThatThrownBy(() -> Compaction.ifDue(folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("an erasure is not complete")
                .hasMessageContaining("Make room");
        assertThat(folder.resolve("compaction-due")).exists();
    }

    /** Another process that holds a mark, and deletes it when it is told to end, as one does that has compacted. */
    static final class Holder {

        private Holder() {}

        static Process of(Path mark) throws IOException {
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            String classes = System.getProperty("java.class.path");
            Process process = new ProcessBuilder(
                            java.toString(), "-cp", classes, Holder.class.getName(), mark.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertThat(process.getInputStream().read()).as("it holds the mark").isEqualTo('h');
            return process;
        }

        public static void main(String[] arguments) throws IOException {
            Path mark = Path.of(arguments[0]);
            try (FileChannel channel = FileChannel.open(mark, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                System.out.write(lock.isValid() ? 'h' : 'n');
                System.out.flush();
                System.in.read();
                Files.delete(mark);
            }
        }
    }

    /**
     * Many rows, of which some are deleted from between others that stay; the file as it is when the process is killed,
     * since H2 tidies a small one up when it closes.
     */
    private void fill() throws Exception {
        Path live = folder.resolve("live").resolve("claimtrail");
        try (Connection connection = connect(live);
                Statement statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement("insert into t values (?, ?, ?)")) {
            for (int i = 0; i < STAY + STAY / 200; i++) {
                String word = i % 201 == 100 ? SECRET : "stays";
                insert.setInt(1, i);
                insert.setString(2, word);
                insert.setBytes(3, (word + " " + i).getBytes(ISO_8859_1));
                insert.executeUpdate();
            }
            statement.execute("checkpoint sync");
            statement.execute("delete from t where text = '" + SECRET + "'");
            Files.copy(live.resolveSibling("claimtrail.mv.db"), folder.resolve("claimtrail.mv.db"));
        }
    }

    private int rows() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from t")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private Connection connect() throws SQLException {
        return connect(folder.resolve("claimtrail"));
    }

    private static Connection connect(Path database) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:h2:file:" + database + ";WRITE_DELAY=0");
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists t (id int primary key, text varchar, bytes bytea)");
        }
        return connection;
    }

    private String file() throws Exception {
        return new String(Files.readAllBytes(folder.resolve("claimtrail.mv.db")), ISO_8859_1);
    }
}

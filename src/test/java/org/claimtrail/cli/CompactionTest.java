package org.claimtrail.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

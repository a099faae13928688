package org.claimtrail.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.claimtrail.cli.verify.Commands;
import org.claimtrail.support.Ended;
import org.claimtrail.support.Launch;

/** A copy of a stopped service's folder, to be tampered with. */
record DataCopy(Path folder) {

    static final String DATABASE = "claimtrail.mv.db";
    static final String ANCHOR = "log-anchor.txt";
    static final String KEY = "log-key.p12";

    /** Copies {@code data/} of one folder into another. */
    static DataCopy of(Path from, Path to) {
        try (Stream<Path> files = Files.list(from.resolve("data"))) {
            Files.createDirectories(to.resolve("data"));
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve("data").resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            return new DataCopy(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name) {
        return folder.resolve("data").resolve(name);
    }

    /** What someone who owns the database does to it; the number of rows it did that to. */
    int execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The one text that a query gives. */
    String query(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + folder.toAbsolutePath().resolve("data/claimtrail"));
    }

    /** Runs the packaged program's {@code verify} on it. */
    Ended verify(String... further) {
        return Launch.in(folder).end(command(further));
    }

    /** The same command inside this process, which is there in a tenth of the time. */
    Ended verifyHere(String... further) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream output = new PrintStream(written, true, UTF_8);
        int code = Commands.run(command(further), output, output);
        return new Ended(code, written.toString(UTF_8).lines().toList());
    }

    private String[] command(String... further) {
        return Stream.concat(
                        Stream.of("verify", "--data", folder.resolve("data").toString()), Stream.of(further))
                .toArray(String[]::new);
    }
}

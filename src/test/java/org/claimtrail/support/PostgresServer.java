package org.claimtrail.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Assumptions;

/**
 * The PostgreSQL server of the tests: one for the whole run, with the roles that the documentation asks for. Whoever asks
 * gets a database of their own.
 *
 * @param port of the loopback address
 */
public record PostgresServer(int port) {

    /** Runs the service. */
    public static final String SERVICE = "claimtrail";

    /** Owns the tables. */
    public static final String OWNER = "claimtrail_owner";

    /** Not asked for by this server. */
    public static final String PASSWORD = "secret";

    private static final String PASSWORD_VARIABLE = "PGPASSWORD";

    /** Tests are loaded by more than one class loader; this is seen by all. */
    private static final String PORT = "claimtrail.it.postgresql";

    /** The server of this run, which is started when it is asked for first and ends with the run. */
    public static PostgresServer shared() {
        synchronized (System.getProperties()) {
            String known = System.getProperty(PORT);
            if (known != null) {
                return new PostgresServer(Integer.parseInt(known));
            }
            PostgresServer server = new PostgresServer(started().getPort());
            System.setProperty(PORT, Integer.toString(server.port()));
            server.makeRoles();
            return server;
        }
    }

    /** One that loses nothing; the settings that a newsroom's server has by default, and this one has not. */
    public static EmbeddedPostgres.Builder durable() {
        Assumptions.assumeFalse(Boolean.getBoolean("skip.postgresql"), "Skipped: no PostgreSQL is wanted");
        return EmbeddedPostgres.builder()
                .setPort(Ports.free())
                .setPGStartupWait(Duration.ofMinutes(2)) // it would give up after ten seconds
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
    }

    /** An empty database in Danish, whose order of letters is another than that of bytes; gives its name. */
    public String newDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        execute(
                "postgres",
                "create database " + name + " owner " + OWNER
                        + " encoding 'UTF8' locale_provider icu icu_locale 'da-DK' locale 'C' template template0");
        return name;
    }

    /** A database with all tables and nothing in them; gives its name. */
    public String newLedger() {
        String name = newDatabase();
        migrate(name);
        return name;
    }

    /** Makes all tables, as the service's start does. */
    public void migrate(String database) {
        Flyway.configure()
                .dataSource(url(database), OWNER, PASSWORD)
                .locations("db/migration", "db/postgresql/migration")
                .load()
                .migrate();
    }

    /** Where a database is. */
    public String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** A connection as the administrator of the server. */
    public Connection administrator(String database) throws SQLException {
        return connection(database, "postgres");
    }

    /** A connection as somebody. */
    public Connection connection(String database, String role) throws SQLException {
        return DriverManager.getConnection(url(database), role, PASSWORD);
    }

    /** What an administrator does in a database. */
    public void execute(String database, String sql) {
        try (Connection connection = administrator(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The one text that a query gives an administrator. */
    public String query(String database, String sql) {
        try (Connection connection = administrator(database)) {
            return text(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The one text that a query gives in a session. */
    static String text(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** The settings of a program that uses a database of this server as a newsroom does; with seeds to write about. */
    public Map<String, String> settings(String database) {
        return Map.of(
                "quarkus.datasource.jdbc.url", url(database),
                "quarkus.datasource.username", SERVICE,
                "quarkus.datasource.password", PASSWORD,
                "quarkus.flyway.username", OWNER,
                "quarkus.flyway.password", PASSWORD,
                "claimtrail.audit.key.file", LogKeyFile.made().toString(),
                "claimtrail.exchange.seeds", "true");
    }

    /** The same as variables of the environment, which MicroProfile Config names like this. */
    public Map<String, String> environment(String database) {
        return settings(database).entrySet().stream()
                .collect(Collectors.toMap(
                        setting -> setting.getKey().replace('.', '_').toUpperCase(Locale.ROOT), Map.Entry::getValue));
    }

    /** Runs the packaged program's {@code verify} on a database, as the service's role. */
    public Ended verify(Launch launch, String database, String... further) {
        List<String> command =
                List.of("verify", "--jdbc", url(database), "--user", SERVICE, "--password-env", PASSWORD_VARIABLE);
        return launch.with(PASSWORD_VARIABLE, PASSWORD)
                .end(Stream.concat(command.stream(), Stream.of(further)).toArray(String[]::new));
    }

    /** Runs the script that a newsroom runs. */
    public void makeRoles() {
        try (InputStream script = PostgresServer.class.getResourceAsStream("/db/postgresql/roles.sql")) {
            byte[] sql = Objects.requireNonNull(script).readAllBytes();
            execute("postgres", new String(sql, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres started() {
        try {
            return durable().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

/**
 * A PostgreSQL server that waits for the disk, as a newsroom's does, until it is killed; with the roles of roles.sql and a
 * database for each name. Prints its port when it is there.
 *
 * <pre>
 * java -cp (the test class path) Postgres.java roles.sql NAME OWNER [NAME OWNER …]
 * </pre>
 */
public final class Postgres {

    private Postgres() {}

    public static void main(String[] args) throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_connections", "200")
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.close();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }));
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(Files.readString(Path.of(args[0])));
            for (int i = 1; i < args.length; i += 2) {
                sql.execute("create database " + args[i] + " owner " + args[i + 1] + " encoding 'UTF8' template template0");
            }
        }
        System.out.println(server.getPort());
        Thread.currentThread().join();
    }
}

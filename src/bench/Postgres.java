import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.claimtrail.support.PostgresServer;

/**
 * A PostgreSQL server that waits for the disk, as a newsroom's does, with its roles, until it is killed. Prints the JDBC URLs of
 * two empty databases on it, or of as many as asked for.
 *
 * <pre>
 * java -cp (the test class path) Postgres.java [databases] [setting=value ...]
 * </pre>
 */
public final class Postgres {

    private Postgres() {}

    public static void main(String[] args) throws Exception {
        EmbeddedPostgres.Builder builder = PostgresServer.durable()
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_connections", "200");
        int databases = 2;
        for (String arg : args) {
            if (arg.contains("=")) {
                builder.setServerConfig(arg.split("=")[0], arg.split("=")[1]);
            } else {
                databases = Integer.parseInt(arg);
            }
        }
        EmbeddedPostgres process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                process.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        PostgresServer server = new PostgresServer(process.getPort());
        server.makeRoles();
        for (int i = 0; i < databases; i++) {
            System.out.println(server.url(server.newDatabase()));
        }
        Thread.currentThread().join();
    }
}

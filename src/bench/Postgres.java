import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.claimtrail.support.PostgresServer;

/**
 * A PostgreSQL server that waits for the disk, as a newsroom's does, with its roles, until it is killed. Prints the JDBC URLs of
 * two empty databases on it.
 *
 * <pre>
 * java -cp (the test class path) Postgres.java [setting=value ...]
 * </pre>
 */
public final class Postgres {

    private Postgres() {}

    public static void main(String[] args) throws Exception {
        EmbeddedPostgres.Builder builder = PostgresServer.durable()
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_connections", "200");
        for (String setting : args) {
            builder.setServerConfig(setting.split("=")[0], setting.split("=")[1]);
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
        System.out.println(server.url(server.newDatabase()) + "\n" + server.url(server.newDatabase()));
        Thread.currentThread().join();
    }
}

package org.claimtrail.audit.log;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.claimtrail.shared.database.DatabaseKind;
import org.claimtrail.shared.database.Turn;
import org.claimtrail.shared.file.DataFiles;
import org.claimtrail.shared.start.FirstStart;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/** A log without HTTP around it: its tables in memory, its key in a folder, and its steps to be taken one by one. */
public final class TestLog {

    private final LogDatabase database;
    private final LogConfig config;
    private final Published published;
    private final LogKeys keys;
    private final Sequencer sequencer;

    /** A log in a folder, with settings besides the folder. */
    TestLog(Path folder, Map<String, String> settings) throws SQLException {
        this(database(), config(folder, settings));
        keys.make();
        String vkey = keys.loaded().get(0);
        database.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into audit_key (id, vkey, since) values ('key', ?, current_timestamp)")) {
                insert.setString(1, vkey);
                return insert.executeUpdate();
            }
        });
    }

    private TestLog(LogDatabase database, LogConfig config) {
        this.database = database;
        this.config = config;
        this.published = new Published(database);
        this.keys = new LogKeys(config, none(), new FirstStart(none(), new DatabaseKind("h2")));
        this.sequencer = new Sequencer(database, config);
    }

    /** Another node on the same database and with the same key, in a folder of its own. */
    TestLog another(Path folder) {
        String key = config.folder().resolve(DataFiles.LOG_KEY).toString();
        TestLog node = new TestLog(database, config(folder, Map.of("claimtrail.audit.key.file", key)));
        node.keys.load();
        return node;
    }

    /** A database of its own, with the schema of the service. */
    public static LogDatabase database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(source).load().migrate();
        return new LogDatabase(source, new DatabaseKind("h2"), new Turn(new DatabaseKind("h2")));
    }

    /** The settings of a log in a folder, with others besides. */
    public static LogConfig config(Path folder, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("claimtrail.audit.folder", folder.toString());
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(LogConfig.class)
                .build()
                .getConfigMapping(LogConfig.class);
    }

    /** What is said of a log that was halted. */
    public static LogStatus halted() {
        LogStatus status = new LogStatus();
        status.halt("for a test");
        return status;
    }

    Published published() {
        return published;
    }

    /** What this node's anchor file ends with. */
    long anchored() throws IOException {
        return new Anchor(config).last().map(Anchor.Line::size).orElse(0L);
    }

    /** What the database holds. */
    LogDatabase stored() {
        return database;
    }

    Witnesses witnesses() {
        return new Witnesses(config, database);
    }

    Publisher publisher(Witnesses witnesses) {
        return new Publisher(database, keys, new Anchor(config), witnesses, published, Clock.systemUTC());
    }

    /** Lets the tree grow by so many entries, without a checkpoint. */
    void grow(int entries) throws SQLException {
        database.inTransaction(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into audit_pending (event_id, leaf) values (?, ?)")) {
                for (int i = 0; i < entries; i++) {
                    String id = UUID.randomUUID().toString();
                    insert.setString(1, id);
                    insert.setBytes(2, id.getBytes(StandardCharsets.UTF_8));
                    insert.executeUpdate();
                }
            }
            return entries;
        });
        sequencer.grow();
    }

    /** Shows what another node has shown. */
    void follow() throws SQLException, IOException {
        publisher(nobody()).follow();
    }

    /** Signs the tree as it stands, and asks nobody. */
    Signed sign() throws SQLException, IOException {
        publisher(nobody()).publish();
        return database.read(CheckpointTables::latestSigned).orElseThrow();
    }

    private Witnesses nobody() {
        return new Witnesses(config(config.folder(), Map.of()), database);
    }

    private static EntityManager none() {
        return (EntityManager) Proxy.newProxyInstance(
                TestLog.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.toString());
                });
    }
}

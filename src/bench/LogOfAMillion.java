import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.Ed25519Signer;
import org.claimtrail.merkle.Frontier;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.Note;
import org.claimtrail.merkle.NoteSigner;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;
import org.flywaydb.core.Flyway;

/**
 * Fills a database with a sound log of as many agents as asked for, through SQL and the Merkle code alone: for measuring
 * {@code verify}, and a service that is started on it. Every agent has two versions; a checkpoint is signed every 500 events.
 *
 * <p>Arguments: an empty data folder (it is made), how many events, the password of the key file. The schema is made by what
 * is on the class path.
 */
public final class LogOfAMillion {

    private static final int CHECKPOINT = 500;
    private static final byte[] SEED = new byte[32];
    private static final NoteSigner SIGNER = Ed25519Signer.ofSeed("bench.example/v1/audit", SEED);
    private static final String ACTOR = "a:0123456789abcdef";
    private static final Random RANDOM = new Random(1);

    private final Connection connection;
    private final List<List<Hash>> tiles = new ArrayList<>();
    private final StringBuilder anchor = new StringBuilder();
    private Frontier frontier = Frontier.EMPTY;

    private LogOfAMillion(Connection connection) {
        this.connection = connection;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]).toAbsolutePath();
        Files.createDirectories(folder);
        int events = Integer.parseInt(args[1]);
        String url = "jdbc:h2:file:" + folder.resolve("claimtrail");
        Flyway.configure().dataSource(url, "", "").load().migrate();
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            LogOfAMillion log = new LogOfAMillion(connection);
            for (int agent = 0; agent < events / 2; agent++) {
                log.agent(agent);
            }
            log.end();
            Files.writeString(folder.resolve("log-anchor.txt"), log.anchor);
            storeKey(folder.resolve("log-key.p12"), args[2].toCharArray());
            System.out.println(SIGNER.verifierKey().encode());
        }
    }

    private void agent(int number) throws Exception {
        String id = TypeId.next(Kind.AGENT).toString();
        Instant first = Instant.ofEpochSecond(1_700_000_000L + number);
        Instant second = first.plusMillis(500);
        String created = version(id, 1, first, second, null, "agent.created");
        version(id, 2, second, SystemTime.FOREVER, created, "agent.edited");
        if (number % 5000 == 4999) {
            connection.commit();
        }
    }

    private String version(String id, int n, Instant at, Instant until, String prev, String type) throws Exception {
        String event = TypeId.next(Kind.EVENT).toString();
        String name = "Agent " + Long.toHexString(RANDOM.nextLong());
        byte[] content = ("{\"description\":\"" + "What is known of the agent. ".repeat(15) + "\",\"id\":\"" + id
                        + "\",\"name\":\"" + name + "\",\"recordedAt\":\"" + SystemTime.text(at)
                        + "\",\"sameAs\":[],\"type\":\"Person\",\"version\":" + n + "}")
                .getBytes(StandardCharsets.UTF_8);
        byte[] salt = new byte[32];
        RANDOM.nextBytes(salt);
        byte[] leaf = ("{\"actor\":\"" + ACTOR + "\",\"at\":\"" + SystemTime.text(at) + "\",\"c\":\"" + commitment(salt, content)
                        + "\",\"id\":\"" + event + "\",\"prev\":" + (prev == null ? "null" : "\"" + prev + "\"")
                        + ",\"reason\":\"none\",\"subj\":\"" + id + "\",\"type\":\"" + type + "\",\"v\":1,\"ver\":" + n + "}")
                .getBytes(StandardCharsets.UTF_8);
        Hash hash = Hash.leaf(leaf);
        run("insert into audit_entry values (?, ?, ?, ?)", frontier.size(), event, leaf, hash.bytes());
        run("insert into audit_event values (?, ?, ?, ?, ?, ?, ?, ?, ?)", event, utc(at), ACTOR, type, id, n, "none", prev, 0);
        run("insert into audit_content values (?, 0, ?, ?)", event, salt, content);
        String tag = n + "-" + HexFormat.of().formatHex(sha256(content), 0, 6);
        run("insert into record_version values (?, ?, ?, ?, ?, ?, ?, ?)", id, n, utc(at), utc(at), utc(until), event, null, tag);
        run("insert into agent values (?, ?, ?, ?, ?, ?, ?, ?)", id, n, utc(at), utc(until), event, "PERSON", name,
                name.toLowerCase() + "\n");
        frontier = frontier.append(hash);
        tile(0, hash);
        if (frontier.size() % CHECKPOINT == 0) {
            checkpoint();
        }
        return event;
    }

    private void tile(int level, Hash hash) throws Exception {
        if (tiles.size() == level) {
            tiles.add(new ArrayList<>());
        }
        List<Hash> tile = tiles.get(level);
        tile.add(hash);
        if (tile.size() == 256) {
            Frontier root = Frontier.EMPTY;
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            for (Hash one : tile) {
                root = root.append(one);
                data.writeBytes(one.bytes());
            }
            tile.clear();
            run("insert into audit_tile values (?, ?, ?, ?)", level, (frontier.size() >>> 8 * (level + 1)) - 1,
                    data.toByteArray(), root.root().bytes());
            tile(level + 1, root.root());
        }
    }

    private void checkpoint() throws Exception {
        String body = Checkpoint.of(SIGNER.name(), frontier.size(), frontier.root()).body();
        byte[] note = new Note(body, List.of(SIGNER.sign(body))).encode();
        OffsetDateTime now = utc(Instant.now());
        run("insert into audit_checkpoint values (?, ?, ?, ?)", frontier.size(), frontier.root().bytes(), note, now);
        run("insert into audit_published values (?, ?, ?)", frontier.size(), note, now);
        anchor.append(frontier.size() + " " + frontier.root().base64() + " " + Base64.getEncoder().encodeToString(note) + "\n");
    }

    /** The key as the service keeps it, so that one can be started on the folder. */
    private static void storeKey(Path file, char[] password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("log-1", new SecretKeySpec(SEED, "AES"), password, null);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
    }

    private void end() throws Exception {
        run("insert into audit_key values (?, ?, ?, null)", TypeId.next(Kind.KEY).toString(),
                SIGNER.verifierKey().encode(), utc(Instant.now()));
        run("update log_state set size = ?, frontier = ?", frontier.size(), frontier.encode());
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    private final java.util.Map<String, PreparedStatement> statements = new java.util.HashMap<>();

    private void run(String sql, Object... values) throws Exception {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static String commitment(byte[] salt, byte[] content) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes("claimtrail/commit/v1\0".getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(salt);
        all.writeBytes(content);
        return "sha256:" + HexFormat.of().formatHex(sha256(all.toByteArray()));
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}

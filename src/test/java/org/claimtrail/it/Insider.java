package org.claimtrail.it;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.Ed25519Signer;
import org.claimtrail.merkle.Frontier;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.Note;
import org.claimtrail.merkle.NoteSigner;
import org.claimtrail.shared.hash.Sha256;

/**
 * Who owns the database, the program and the key, and rewrites history so that everything in the database fits together again:
 * contents, commitments, leaves, tree, checkpoints.
 */
final class Insider implements AutoCloseable {

    private static final int WIDTH = 256;

    private final Connection connection;
    private final NoteSigner signer;

    private Insider(Connection connection, NoteSigner signer) {
        this.connection = connection;
        this.signer = signer;
    }

    /** With the log's own key. */
    static Insider withKeyOf(DataCopy copy) throws Exception {
        return new Insider(copy.connect(), Ed25519Signer.ofSeed(origin(copy), seed(copy.file(DataCopy.KEY))));
    }

    /** With a key of their own under the log's name. */
    static Insider withOwnKey(DataCopy copy) throws Exception {
        return new Insider(copy.connect(), Ed25519Signer.ofSeed(origin(copy), new byte[32]));
    }

    String vkey() {
        return signer.verifierKey().encode();
    }

    /** Puts other words into the contents that have these, with fitting commitments and tags. */
    void rewriteContents(String from, String to) throws Exception {
        for (String event : strings("select event_id from audit_content where part = 0" + " and position('" + from
                + "' in utf8tostring(content)) > 0")) {
            String text = strings("select utf8tostring(content) from audit_content where part = 0 and event_id = '"
                            + event + "'")
                    .get(0)
                    .replace(from, to);
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            byte[] salt = blobs("select salt from audit_content where part = 0 and event_id = '" + event + "'")
                    .get(0);
            String leaf = strings("select utf8tostring(leaf) from audit_entry where event_id = '" + event + "'")
                    .get(0)
                    .replaceFirst("sha256:[0-9a-f]{64}", commitment(salt, content));
            update("update audit_content set content = ? where part = 0 and event_id = '" + event + "'", content);
            update(
                    "update audit_entry set leaf = ? where event_id = '" + event + "'",
                    leaf.getBytes(StandardCharsets.UTF_8));
            String tag = "-" + HexFormat.of().formatHex(Sha256.of(content), 0, 6);
            execute("update record_version set tag = n || '" + tag + "' where event_id = '" + event + "'");
        }
    }

    /** Builds hashes, tiles, checkpoints and state again from the leaves as they stand. */
    void rebuildTree() throws Exception {
        execute("delete from audit_tile");
        List<byte[]> leaves = blobs("select leaf from audit_entry order by log_index");
        Frontier frontier = Frontier.EMPTY;
        List<Hash> hashes = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            Hash hash = Hash.leaf(leaves.get(i));
            hashes.add(hash);
            update("update audit_entry set hash = ? where log_index = " + i, hash.bytes());
            frontier = frontier.append(hash);
            resign(frontier);
            if (hashes.size() == WIDTH) {
                tile(i / WIDTH, hashes);
                hashes.clear();
            }
        }
        update("update log_state set size = " + leaves.size() + ", frontier = ? where id = 1", frontier.encode());
    }

    /** Makes the anchor file say what the database says. */
    void rewriteAnchor(Path file) throws Exception {
        StringBuilder lines = new StringBuilder();
        Base64.Encoder base64 = Base64.getEncoder();
        List<String> sizes = strings("select size from audit_checkpoint order by size");
        List<byte[]> roots = blobs("select root from audit_checkpoint order by size");
        List<byte[]> notes = blobs("select note from audit_checkpoint order by size");
        for (int i = 0; i < sizes.size(); i++) {
            lines.append(sizes.get(i) + " " + base64.encodeToString(roots.get(i)) + " "
                    + base64.encodeToString(notes.get(i)) + "\n");
        }
        Files.writeString(file, lines);
    }

    private void resign(Frontier frontier) throws Exception {
        Checkpoint checkpoint = Checkpoint.of(signer.name(), frontier.size(), frontier.root());
        byte[] note = new Note(checkpoint.body(), List.of(signer.sign(checkpoint.body()))).encode();
        update(
                "update audit_checkpoint set root = ? where size = " + frontier.size(),
                frontier.root().bytes());
        update("update audit_checkpoint set note = ? where size = " + frontier.size(), note);
        update("update audit_published set note = ? where size = " + frontier.size(), note);
    }

    private void tile(int n, List<Hash> hashes) throws Exception {
        Frontier tile = Frontier.EMPTY;
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (Hash hash : hashes) {
            tile = tile.append(hash);
            data.writeBytes(hash.bytes());
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into audit_tile (level, n, data, root) values (0, ?, ?, ?)")) {
            insert.setInt(1, n);
            insert.setBytes(2, data.toByteArray());
            insert.setBytes(3, tile.root().bytes());
            insert.executeUpdate();
        }
    }

    private static String commitment(byte[] salt, byte[] content) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes("claimtrail/commit/v1\0".getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(salt);
        all.writeBytes(content);
        return "sha256:" + HexFormat.of().formatHex(Sha256.of(all.toByteArray()));
    }

    private static String origin(DataCopy copy) {
        return copy.query("select utf8tostring(note) from audit_checkpoint limit 1")
                .lines()
                .findFirst()
                .orElseThrow();
    }

    private static byte[] seed(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] password = "claimtrail".toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return store.getKey(store.aliases().nextElement(), password).getEncoded();
    }

    void execute(String sql) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private void update(String sql, byte[] value) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, value);
            statement.executeUpdate();
        }
    }

    private List<String> strings(String sql) throws Exception {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private List<byte[]> blobs(String sql) throws Exception {
        List<byte[]> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getBytes(1));
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

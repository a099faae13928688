package org.claimtrail.cli.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.Ed25519Signer;
import org.claimtrail.merkle.EntriesPath;
import org.claimtrail.merkle.EntryBundle;
import org.claimtrail.merkle.Frontier;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.Note;
import org.claimtrail.merkle.NoteSigner;
import org.jspecify.annotations.Nullable;

/** Small logs, made for tests. */
final class Logs {

    static final NoteSigner SIGNER = Ed25519Signer.ofSeed("log.example/v1/audit", new byte[32]);
    static final String VKEY = SIGNER.verifierKey().encode();

    private static final String ZEROS = "0".repeat(64);

    private Logs() {}

    /** An id that ends in some characters. */
    static String id(String kind, String end) {
        return kind + "_" + ZEROS.substring(0, 26 - end.length()) + end;
    }

    static String event(String end) {
        return id("event", end);
    }

    /** A leaf; the events are named by the ends of their ids. */
    static String leaf(String event, String kind, String subject, @Nullable String prev) {
        return "{\"actor\":\"a:0123456789abcdef\",\"at\":\"2025-11-04T09:00:00.000000Z\",\"c\":\"sha256:" + ZEROS
                + "\",\"id\":\"" + event(event) + "\",\"prev\":" + (prev == null ? "null" : "\"" + event(prev) + "\"")
                + ",\"reason\":\"none\",\"subj\":\"" + id(kind, subject)
                + "\",\"type\":\"claim.edited\",\"v\":1,\"ver\":1}";
    }

    /** Leaves of as many claims, one each. */
    static List<byte[]> leaves(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(leaf(Integer.toString(i), "claim", Integer.toString(i), null)
                    .getBytes(StandardCharsets.UTF_8));
        }
        return leaves;
    }

    static Frontier tree(List<byte[]> leaves) {
        Frontier tree = Frontier.EMPTY;
        for (byte[] leaf : leaves) {
            tree = tree.append(Hash.leaf(leaf));
        }
        return tree;
    }

    static byte[] note(Frontier tree, NoteSigner signer) {
        String body = Checkpoint.of(signer.name(), tree.size(), tree.root()).body();
        return new Note(body, List.of(signer.sign(body))).encode();
    }

    /** Writes a log as it is exported. */
    static void write(Path folder, List<byte[]> leaves) throws IOException {
        TilePaths paths = new TilePaths(leaves.size());
        TreeGrowth tree = new TreeGrowth((level, n, hashes, root) -> {
            byte[] bytes = new byte[hashes.size() * Hash.SIZE];
            for (int i = 0; i < hashes.size(); i++) {
                System.arraycopy(hashes.get(i).bytes(), 0, bytes, i * Hash.SIZE, Hash.SIZE);
            }
            put(folder.resolve(paths.tile(level, n)), bytes);
        });
        try {
            for (byte[] leaf : leaves) {
                tree.append(Hash.leaf(leaf));
            }
            tree.end();
        } catch (BrokenLogException e) {
            throw new IllegalStateException(e);
        }
        for (int n = 0; n < paths.bundles(); n++) {
            int width = paths.width(0, n);
            put(
                    folder.resolve("tile").resolve(new EntriesPath(n, width).encode()),
                    EntryBundle.encode(leaves.subList(n * 256, n * 256 + width)));
        }
        put(folder.resolve("checkpoint"), note(tree.frontier(), SIGNER));
    }

    static void put(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

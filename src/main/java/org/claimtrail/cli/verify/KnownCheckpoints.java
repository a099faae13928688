package org.claimtrail.cli.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.ProofException;

/** Checkpoints that somebody kept outside of what is verified: the tree has to have had these roots at these sizes. */
final class KnownCheckpoints {

    private static final Pattern ANCHOR = Pattern.compile("([0-9]{1,18}) ([A-Za-z0-9+/=]{44}) ([A-Za-z0-9+/=]+)");

    private final Trust trust;
    private final Findings findings;
    private final Map<Long, List<Known>> bySize = new HashMap<>();
    private long largest;
    private long anchored = -1;

    KnownCheckpoints(Trust trust, Findings findings) {
        this.trust = trust;
        this.findings = findings;
    }

    /** A root and where it was kept. */
    private record Known(Hash root, String where) {}

    /**
     * Reads an anchor file, a note, or a folder of notes.
     *
     * @throws UnreachableException when it cannot be read
     */
    void read(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                file(path);
                return;
            }
            try (Stream<Path> files = Files.list(path)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    note(Files.readAllBytes(file), file.toString());
                }
            }
        } catch (IOException e) {
            throw new UnreachableException("the checkpoints in " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Takes note of a root that the tree has to have had. */
    synchronized void add(long size, Hash root, String where) {
        bySize.computeIfAbsent(size, any -> new ArrayList<>(1)).add(new Known(root, where));
        largest = Math.max(largest, size);
    }

    /** What was read so far is the anchor file of the database. */
    void endOfAnchor() {
        anchored = largest;
    }

    /** The size of the largest tree that the anchor file has, -1 without one. */
    long anchored() {
        return anchored;
    }

    /** Compares what is known of this size. */
    void compare(long size, Hash root) {
        List<Known> known = bySize.remove(size);
        if (known != null) {
            known.stream()
                    .filter(one -> !one.root().equals(root))
                    .forEach(one -> findings.problem(
                            one.where(),
                            "of the first " + size + " entries the log now has the root " + root.base64()
                                    + ", but the checkpoint has " + one.root().base64() + ": entries were changed"));
        }
    }

    /** Behind the last entry: what is left is of a larger tree. */
    void end(long size) {
        new TreeMap<>(bySize)
                .forEach((larger, all) -> all.forEach(known -> findings.problem(
                        known.where(),
                        "the checkpoint is of " + larger + " entries, but the log has " + size
                                + ": its end was cut off")));
    }

    private void file(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        if (ANCHOR.matcher(new String(bytes, 0, end, StandardCharsets.ISO_8859_1))
                .matches()) {
            anchors(path);
        } else {
            note(bytes, path.toString());
        }
    }

    /** A signature takes a while to check, and there is one a line. What a crash left without its line break is no line. */
    private void anchors(Path path) throws IOException {
        String text = Files.readString(path, StandardCharsets.ISO_8859_1);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        whole.lines().parallel().forEach(line -> anchor(line, path.getFileName() + ""));
    }

    private void anchor(String line, String file) {
        Matcher parts = ANCHOR.matcher(line);
        if (!parts.matches()) {
            findings.problem(file, "no anchor: " + line);
            return;
        }
        String where = file + " line of " + parts.group(1);
        try {
            Checkpoint signed = trust.open(Base64.getDecoder().decode(parts.group(3)));
            findings.same(where, parts.group(1) + " " + parts.group(2), signed.size() + " " + signed.root());
            add(signed.size(), signed.root(), where);
        } catch (ProofException | IllegalArgumentException e) {
            findings.problem(where, String.valueOf(e.getMessage()));
            byRoot(parts, where);
        }
    }

    /** Who signed it is a problem of its own; the root says more. */
    private void byRoot(Matcher parts, String where) {
        try {
            add(Long.parseLong(parts.group(1)), Hash.fromBase64(parts.group(2)), where);
        } catch (IllegalArgumentException e) {
            findings.problem(where, "no root: " + parts.group(2));
        }
    }

    private void note(byte[] bytes, String where) {
        try {
            Checkpoint signed = trust.open(bytes);
            add(signed.size(), signed.root(), where);
        } catch (ProofException e) {
            findings.problem(where, String.valueOf(e.getMessage()));
        }
    }
}

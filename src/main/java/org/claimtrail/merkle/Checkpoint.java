package org.claimtrail.merkle;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a log says of itself: how many entries it has, and the root over them.
 *
 * @param origin the log's name
 * @param extensions further lines, which nobody audits
 * @see <a href="https://c2sp.org/tlog-checkpoint">C2SP tlog-checkpoint</a>
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    private static final int LINES = 3;

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || origin.contains("\n") || size < 0) {
            throw new IllegalArgumentException("no checkpoint of '" + origin + "' with " + size + " entries");
        }
        if (extensions.stream().anyMatch(line -> line.isEmpty() || line.contains("\n"))) {
            throw new IllegalArgumentException("an extension is a line that is not empty");
        }
    }

    /** Without extensions. */
    public static Checkpoint of(String origin, long size, Hash root) {
        return new Checkpoint(origin, size, root, List.of());
    }

    /**
     * A checkpoint from the text of a note.
     *
     * @throws ProofException when it is none
     */
    public static Checkpoint parse(String text) throws ProofException {
        List<String> lines = List.of(text.split("\n", -1));
        int end = lines.size() - 1;
        if (end < LINES || !lines.get(end).isEmpty()) {
            throw new ProofException("a checkpoint has a line each for origin, size and root");
        }
        try {
            return new Checkpoint(
                    lines.get(0),
                    Decimal.parse(lines.get(1)),
                    Hash.fromBase64(lines.get(2)),
                    lines.subList(LINES, end));
        } catch (IllegalArgumentException e) {
            throw new ProofException("no checkpoint: " + e.getMessage());
        }
    }

    /**
     * A checkpoint that a log has signed.
     *
     * @throws ProofException when the note is none, is of another log, or is not signed with this key
     */
    public static Checkpoint open(byte[] note, VerifierKey key) throws ProofException {
        return open(note, Set.of(key));
    }

    /**
     * A checkpoint that a log has signed with one of its keys.
     *
     * @param keys one or more, all of one name
     * @throws ProofException when the note is none, is of another log, or is not signed with any of these keys
     */
    public static Checkpoint open(byte[] note, Set<VerifierKey> keys) throws ProofException {
        Note signed = Note.parse(note);
        Checkpoint checkpoint = parse(signed.text());
        String origin = keys.iterator().next().name();
        if (!checkpoint.origin.equals(origin)) {
            throw new ProofException("the checkpoint is of " + checkpoint.origin + " and not of " + origin);
        }
        if (keys.stream().noneMatch(signed::isSignedBy)) {
            throw new ProofException("the checkpoint of " + checkpoint.size + " entries is not signed with "
                    + keys.stream().map(VerifierKey::encode).collect(Collectors.joining(" or ")));
        }
        return checkpoint;
    }

    /** The text of its note. */
    public String body() {
        StringBuilder text = new StringBuilder(origin + "\n" + size + "\n" + root.base64() + "\n");
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}

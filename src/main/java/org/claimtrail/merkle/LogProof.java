package org.claimtrail.merkle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That an entry is in a log, with all that is needed to check it but the entry and the log's key.
 *
 * @param index the entry's place
 * @param path the inclusion proof
 * @param note the signed checkpoint, verbatim
 * @param extra what nobody signed, in base64; null when there is none
 * @see <a href="https://c2sp.org/tlog-proof">C2SP tlog-proof</a>
 */
public record LogProof(
        long index, List<Hash> path, String note, @Nullable String extra) {

    private static final String FORMAT = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    /** More than any tree below 2^63 entries needs. */
    private static final int MAX_PATH = 63;

    public LogProof {
        path = List.copyOf(path);
    }

    /**
     * A proof from its text.
     *
     * @throws ProofException when it is none
     */
    public static LogProof parse(String text) throws ProofException {
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw new ProofException("a proof is lines, a blank line, and a checkpoint");
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, blank).split("\n", -1)));
        if (!lines.remove(0).equals(FORMAT)) {
            throw new ProofException("a proof begins with " + FORMAT);
        }
        String extra = !lines.isEmpty() && lines.get(0).startsWith(EXTRA)
                ? lines.remove(0).substring(EXTRA.length())
                : null;
        if (lines.isEmpty() || !lines.get(0).startsWith(INDEX) || lines.size() > 1 + MAX_PATH) {
            throw new ProofException("a proof has a line with the index, and no more than 63 with hashes");
        }
        try {
            if (extra != null) {
                CanonicalBase64.decode(extra);
            }
            long index = Decimal.parse(lines.remove(0).substring(INDEX.length()));
            List<Hash> path = lines.stream().map(Hash::fromBase64).toList();
            return new LogProof(index, path, text.substring(blank + 2), extra);
        } catch (IllegalArgumentException e) {
            throw new ProofException("no proof: " + e.getMessage());
        }
    }

    /** The proof's text. */
    public String encode() {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        if (extra != null) {
            text.append(EXTRA).append(extra).append('\n');
        }
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(note).toString();
    }

    /**
     * Checks that the entry is in the log, as far as its key says so.
     *
     * @return the checkpoint it leads to
     * @throws ProofException when anything does not fit
     */
    public Checkpoint verify(byte[] entry, VerifierKey key) throws ProofException {
        Checkpoint checkpoint = Checkpoint.open(note.getBytes(StandardCharsets.UTF_8), key);
        new Inclusion(index, checkpoint.size(), path).verify(Hash.leaf(entry), checkpoint.root());
        return checkpoint;
    }
}

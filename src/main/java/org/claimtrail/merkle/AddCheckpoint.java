package org.claimtrail.merkle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a log asks of a witness: to cosign a checkpoint that goes on from the one it cosigned last.
 *
 * @param old entries in the tree of which the log thinks that the witness cosigned it last, 0 for none
 * @param proof what leads from that tree to the checkpoint's; empty when {@code old} is 0
 * @param note the checkpoint, signed by the log
 * @see <a href="https://c2sp.org/tlog-witness#add-checkpoint">C2SP tlog-witness, add-checkpoint</a>
 */
public record AddCheckpoint(long old, List<Hash> proof, Note note) {

    /** No proof in a tree of less than 2^63 entries is longer. */
    private static final int MAX_PROOF = 63;

    private static final String OLD = "old ";

    public AddCheckpoint {
        proof = List.copyOf(proof);
        if (old < 0 || proof.size() > MAX_PROOF) {
            throw new IllegalArgumentException("no proof of " + proof.size() + " hashes leads on from " + old);
        }
    }

    /**
     * A request from its body.
     *
     * @throws ProofException when it is none
     */
    public static AddCheckpoint parse(byte[] body) throws ProofException {
        int blank = blankLine(body);
        // One byte is one character here; what is not ASCII is refused with the line it stands in.
        String[] lines = new String(body, 0, blank, StandardCharsets.ISO_8859_1).split("\n", -1);
        Note note = Note.parse(Arrays.copyOfRange(body, blank + 2, body.length));
        if (!lines[0].startsWith(OLD)) {
            throw new ProofException("the first line says the old size, as in 'old 0'");
        }
        try {
            List<Hash> proof = new ArrayList<>();
            for (String line : Arrays.asList(lines).subList(1, lines.length)) {
                proof.add(Hash.fromBase64(line));
            }
            return new AddCheckpoint(Decimal.parse(lines[0].substring(OLD.length())), proof, note);
        } catch (IllegalArgumentException e) {
            throw new ProofException("no request to cosign: " + e.getMessage());
        }
    }

    private static int blankLine(byte[] body) throws ProofException {
        for (int i = 1; i < body.length; i++) {
            if (body[i] == '\n' && body[i - 1] == '\n') {
                return i - 1;
            }
        }
        throw new ProofException("a blank line stands between the proof and the checkpoint");
    }

    /** The request's body. */
    public byte[] encode() {
        StringBuilder head = new StringBuilder(OLD).append(old).append('\n');
        proof.forEach(hash -> head.append(hash.base64()).append('\n'));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(note.encode());
        return body.toByteArray();
    }
}

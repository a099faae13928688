package org.claimtrail.merkle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text and signatures over it.
 *
 * @param text ends in a line break
 * @param signatures by any keys, known or not
 * @see <a href="https://c2sp.org/signed-note">C2SP signed-note</a>
 */
public record Note(String text, List<NoteSignature> signatures) {

    static final String LINE = "\u2014 ";
    /** Verifiers limit what they read; at least 16 signatures have to be taken. */
    public static final int MAX_BYTES = 1_000_000;

    private static final int MAX_SIGNATURES = 100;

    public Note {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException("a note is lines of text without control characters");
        }
    }

    /**
     * A note from its bytes.
     *
     * @throws ProofException when they are no signed note
     */
    public static Note parse(byte[] bytes) throws ProofException {
        if (bytes.length > MAX_BYTES) {
            throw new ProofException("the note is longer than " + MAX_BYTES + " bytes");
        }
        String whole = utf8(bytes);
        int blank = whole.lastIndexOf("\n\n");
        if (blank < 0 || !whole.endsWith("\n") || blank + 2 == whole.length()) {
            throw new ProofException("a note is a text, a blank line, and lines of signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : whole.substring(blank + 2, whole.length() - 1).split("\n", -1)) {
            signatures.add(signature(line));
        }
        if (signatures.size() > MAX_SIGNATURES) {
            throw new ProofException("the note has more than " + MAX_SIGNATURES + " signatures");
        }
        try {
            return new Note(whole.substring(0, blank + 1), signatures);
        } catch (IllegalArgumentException e) {
            throw new ProofException("no note: " + e.getMessage());
        }
    }

    private static String utf8(byte[] bytes) throws ProofException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProofException("the note is not UTF-8");
        }
    }

    private static NoteSignature signature(String line) throws ProofException {
        String[] parts = line.startsWith(LINE) ? line.substring(LINE.length()).split(" ", -1) : new String[0];
        try {
            if (parts.length == 2) {
                ByteBuffer bytes = ByteBuffer.wrap(CanonicalBase64.decode(parts[1]));
                if (bytes.remaining() > NoteSignature.ID_BYTES) {
                    int id = bytes.getInt();
                    byte[] signature = new byte[bytes.remaining()];
                    bytes.get(signature);
                    return new NoteSignature(parts[0], id, signature);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new ProofException("no signature line: " + line + " (" + e.getMessage() + ")");
        }
        throw new ProofException("no signature line: " + line);
    }

    /** The note's bytes. */
    public byte[] encode() {
        StringBuilder whole = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> whole.append(signature.line()));
        return whole.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same with further signatures. */
    public Note with(List<NoteSignature> further) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.addAll(further);
        return new Note(text, all);
    }

    /** Whether a key has signed it. Signatures of other keys are ignored, as the specification asks. */
    public boolean isSignedBy(VerifierKey key) {
        List<NoteSignature> own = signatures.stream().filter(key::isNamedBy).toList();
        return !own.isEmpty() && own.stream().allMatch(signature -> key.verifies(text, signature));
    }
}

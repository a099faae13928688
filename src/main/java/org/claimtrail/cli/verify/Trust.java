package org.claimtrail.cli.verify;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimtrail.cli.options.UsageException;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.ProofException;
import org.claimtrail.merkle.VerifierKey;

/** The keys whose checkpoints are believed. While a log changes its key, and of the time after, there are two. */
final class Trust {

    private final Set<VerifierKey> keys = new LinkedHashSet<>();

    private Trust() {}

    /**
     * The keys of these texts.
     *
     * @throws UsageException when one is no key, or they are of several logs
     */
    static Trust in(List<String> vkeys) {
        Trust trust = new Trust();
        for (String vkey : vkeys) {
            try {
                trust.keys.add(VerifierKey.parse(vkey));
            } catch (IllegalArgumentException e) {
                throw new UsageException("--vkey: " + e.getMessage());
            }
        }
        if (trust.keys.stream().map(VerifierKey::name).distinct().count() != 1) {
            throw new UsageException("expected one or more keys of one log");
        }
        return trust;
    }

    /** The keys that the log itself names, which is said: whoever rewrites a log names their own key. */
    static Trust named(List<String> vkeys, Findings findings) {
        if (vkeys.isEmpty()) {
            throw new UnreachableException("the log names no key; give one with --vkey");
        }
        findings.warn("no --vkey is given, so the log's own word is taken for its key: " + String.join(" ", vkeys)
                + ". Keep this key, and give it the next time: whoever rewrites a log names their own.");
        return in(vkeys);
    }

    String origin() {
        return keys.iterator().next().name();
    }

    /**
     * A checkpoint that a key signed which is believed.
     *
     * @throws ProofException when the note is none, is of another log, or is signed by nobody who is believed
     */
    Checkpoint open(byte[] note) throws ProofException {
        return Checkpoint.open(note, keys);
    }
}

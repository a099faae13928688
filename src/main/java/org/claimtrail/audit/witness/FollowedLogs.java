package org.claimtrail.audit.witness;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimtrail.merkle.Note;
import org.claimtrail.merkle.VerifierKey;

/** The logs that are followed, with the keys trusted for each: more than one while a log rotates its key. */
final class FollowedLogs {

    private final Map<String, List<VerifierKey>> keys;

    /** @throws IllegalArgumentException when one is no key of a log */
    FollowedLogs(List<String> vkeys) {
        this.keys = vkeys.stream().map(FollowedLogs::key).collect(Collectors.groupingBy(VerifierKey::name));
    }

    private static VerifierKey key(String vkey) {
        VerifierKey key = VerifierKey.parse(vkey);
        if (key.type() != VerifierKey.ED25519) {
            throw new IllegalArgumentException(vkey + " is no key that signs a log");
        }
        return key;
    }

    boolean knows(String origin) {
        return keys.containsKey(origin);
    }

    /** Whether a trusted key has signed, and no signature that names a trusted key fails. Other keys are ignored. */
    boolean haveSigned(String origin, Note note) {
        List<VerifierKey> trusted = keys.getOrDefault(origin, List.of());
        return trusted.stream().anyMatch(note::isSignedBy)
                && note.signatures().stream()
                        .allMatch(signature -> trusted.stream()
                                .filter(key -> key.isNamedBy(signature))
                                .allMatch(key -> key.verifies(note.text(), signature)));
    }
}

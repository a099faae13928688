package org.claimtrail.audit.log;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimtrail.merkle.VerifierKey;
import org.claimtrail.shared.start.CannotStart;

/** The witnesses as configured. */
final class WitnessList {

    private WitnessList() {}

    /** @throws CannotStart when the configuration cannot be meant so */
    static List<WitnessClient> of(LogConfig config) {
        int witnesses = config.witnesses().size();
        if (config.quorum() < 0 || config.quorum() > witnesses) {
            throw new CannotStart(
                    "claimtrail.audit.quorum is " + config.quorum() + ", but there are " + witnesses + " witnesses.");
        }
        Set<VerifierKey> keys = new HashSet<>();
        return config.witnesses().stream()
                .map(witness -> {
                    VerifierKey key = key(witness.vkey());
                    if (!keys.add(key)) {
                        throw new CannotStart("the witness " + key + " is configured twice, but counts once.");
                    }
                    return new WitnessClient(url(witness.url()), key, config.witnessTimeout());
                })
                .toList();
    }

    private static VerifierKey key(String vkey) {
        try {
            VerifierKey key = VerifierKey.parse(vkey);
            if (key.type() == VerifierKey.COSIGNATURE) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new CannotStart("the vkey of a witness cannot be used: " + e.getMessage() + ".");
        }
        throw new CannotStart("the vkey " + vkey + " is not one for cosignatures (signature type 4).");
    }

    private static URI url(URI url) {
        if (url.getHost() == null || !Set.of("http", "https").contains(String.valueOf(url.getScheme()))) {
            throw new CannotStart("the address of a witness, " + url + ", is no http or https URL.");
        }
        return url;
    }
}

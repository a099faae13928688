package org.claimtrail.shared.http;

import java.security.MessageDigest;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** The SHA-256 of the body of the current request, where {@link BodyGuard} takes it: when the request has a key. */
public final class BodyDigest {

    static final String KEY_HEADER = "Idempotency-Key";
    static final String PROPERTY = BodyDigest.class.getName();

    private BodyDigest() {}

    /** Of what was read of the body so far; empty when the resource method takes none. Can be asked once. */
    public static Optional<byte[]> ofCurrentRequest() {
        Object digest = CurrentRequestManager.get().getProperty(PROPERTY);
        return digest instanceof MessageDigest sha256 ? Optional.of(sha256.digest()) : Optional.empty();
    }
}

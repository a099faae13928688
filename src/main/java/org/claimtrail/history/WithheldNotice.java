package org.claimtrail.history;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.claimtrail.audit.Reason;
import org.jspecify.annotations.Nullable;

/** Remembers during a request that what staff are being shown is withheld from others. */
@RequestScoped
class WithheldNotice {

    private @Nullable Reason ground;

    void tell(Reason why) {
        ground = why;
    }

    /** The record was released in this very request. */
    void forget() {
        ground = null;
    }

    Optional<Reason> ground() {
        return Optional.ofNullable(ground);
    }
}

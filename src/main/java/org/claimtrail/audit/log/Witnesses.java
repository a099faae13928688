package org.claimtrail.audit.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Those who cosign what this log shows, so that it cannot show one thing here and another there. */
@ApplicationScoped
class Witnesses {

    /** The note with the signatures of those who were asked and answered. */
    byte[] cosign(Signed signed) {
        return signed.note();
    }

    /** What is wrong when a witness has seen more than the database holds. */
    Optional<String> ahead(Optional<Signed> last) {
        return Optional.empty();
    }
}

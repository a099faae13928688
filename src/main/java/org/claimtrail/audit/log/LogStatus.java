package org.claimtrail.audit.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Whether the log goes on. Once it does not, nothing is signed and nothing written, and reads go on. */
@ApplicationScoped
public class LogStatus {

    private static final Logger LOG = Logger.getLogger(LogStatus.class);

    private volatile @Nullable String reason;

    /** Stops the log until the service is started anew. */
    void halt(String why) {
        reason = why;
        LOG.errorf("The audit log is halted: %s", why);
    }

    /** Why the log does not go on; empty while it does. */
    public Optional<String> halted() {
        return Optional.ofNullable(reason);
    }

    /** Refuses a write that the log could not take. */
    public void requireGoing() {
        halted().ifPresent(why -> {
            throw Problem.of(ProblemType.UNAVAILABLE, "The audit log is halted, so nothing can be written: " + why);
        });
    }
}

package org.claimtrail.claims;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** Verdicts beside the claims they are about. */
@ApplicationScoped
class ClaimVerdicts implements PanacheRepositoryBase<ClaimVerdict, ClaimVerdict.Key> {

    /** Shows a verdict in place of the one that its assessment had published before. */
    void replace(ClaimVerdict next) {
        update(
                "knownUntil = ?1 where assessmentId = ?2 and knownUntil = ?3",
                next.knownFrom,
                next.assessmentId,
                SystemTime.FOREVER);
        persist(next);
    }

    /** What readers saw of these claims at an instant, null for now; the latest first. */
    List<ClaimVerdict> on(Collection<String> claims, @Nullable Instant knownAt) {
        if (claims.isEmpty()) {
            return List.of();
        }
        return knownAt == null
                ? list(
                        "claimId in ?1 and knownUntil = ?2 order by knownFrom desc, assessmentId",
                        claims,
                        SystemTime.FOREVER)
                : list(
                        "claimId in ?1 and knownFrom <= ?2 and knownUntil > ?2 order by knownFrom desc, assessmentId",
                        claims,
                        knownAt);
    }
}

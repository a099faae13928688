package org.claimtrail.claims;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimtrail.history.Visibility;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** Verdicts beside the claims they are about. */
@ApplicationScoped
class ClaimVerdicts implements PanacheRepositoryBase<ClaimVerdict, ClaimVerdict.Key> {

    private static final String LATEST_FIRST = " order by knownFrom desc, assessmentId";

    private final Visibility visibility;

    ClaimVerdicts(Visibility visibility) {
        this.visibility = visibility;
    }

    /** Shows a verdict in place of the one that its assessment had published before. */
    void replace(ClaimVerdict next, Verdict.Effect effect) {
        String held = effect == Verdict.Effect.LEAVES ? "" : ", heldUntil = ?1";
        update(
                "knownUntil = ?1" + held + " where assessmentId = ?2 and knownUntil = ?3",
                next.knownFrom,
                next.assessmentId,
                SystemTime.FOREVER);
        if (effect == Verdict.Effect.ENDS) {
            update(
                    "heldUntil = ?1 where assessmentId = ?2 and heldUntil = ?3",
                    next.knownFrom,
                    next.assessmentId,
                    SystemTime.FOREVER);
        }
        persist(next);
    }

    /** What of these claims holds on a day; the latest first. Without what is withheld from the reader. */
    List<ClaimVerdict> on(Collection<String> claims, Holding holding) {
        if (claims.isEmpty()) {
            return List.of();
        }
        Map<String, Object> parameters = new HashMap<>(holding.parameters());
        parameters.put("claims", claims);
        return list(
                "from ClaimVerdict v where v.claimId in :claims and " + holding.condition("v")
                        + visibility.and("v.assessmentId") + " order by v.knownFrom desc, v.assessmentId",
                parameters);
    }

    /**
     * What readers saw of these claims at an instant, null for now; the latest first. Without what is withheld from the
     * reader.
     *
     * <p>The order of the conditions matters to H2 (2.4.240): with one between the claims and the end, or with the end first, it
     * reads the whole index of both for the end alone.
     */
    List<ClaimVerdict> on(Collection<String> claims, @Nullable Instant knownAt) {
        if (claims.isEmpty()) {
            return List.of();
        }
        String shown = visibility.and("assessmentId");
        return knownAt == null
                ? list("claimId in ?1 and knownUntil = ?2" + shown + LATEST_FIRST, claims, SystemTime.FOREVER)
                : list("claimId in ?1 and knownUntil > ?2 and knownFrom <= ?2" + shown + LATEST_FIRST, claims, knownAt);
    }

    /** Deletes the verdicts of an assessment. */
    void erase(TypeId assessment) {
        delete("assessmentId", assessment.toString());
    }

    /** Shows the codes of ratings in place of these labels. */
    void unlabel(TypeId assessment, Set<String> labels) {
        update("label = rating where assessmentId = ?1 and label in ?2", assessment.toString(), labels);
    }
}

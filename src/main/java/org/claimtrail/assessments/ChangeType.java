package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.claimtrail.audit.Reason;
import org.claimtrail.claims.Verdict;

/** What kind of change a version behind the first published one is. */
public enum ChangeType {
    /** Spelling, links; without a notice. */
    @JsonProperty("minor")
    MINOR,
    /** New facts; the rating may change with the world. */
    @JsonProperty("update")
    UPDATE,
    /** Better said; the rating stays. */
    @JsonProperty("clarification")
    CLARIFICATION,
    /** An error that affected the rating or the reasoning. */
    @JsonProperty("correction")
    CORRECTION,
    /** It should not have been published; the text stays below the notice. */
    @JsonProperty("void")
    VOID,
    /** Withdrawn by the desk; the record stays. */
    @JsonProperty("retraction")
    RETRACTION;

    private static final Set<ChangeType> PUBLIC_CORRECTIONS = EnumSet.of(CORRECTION, VOID, RETRACTION);

    /** What stands in the public corrections log. */
    static Set<ChangeType> corrections() {
        return PUBLIC_CORRECTIONS;
    }

    boolean keepsRating() {
        return this == MINOR || this == CLARIFICATION;
    }

    boolean needsNotice() {
        return this != MINOR && this != UPDATE;
    }

    /** A step of its own, not something a draft can be. */
    boolean endsVerdict() {
        return this == VOID || this == RETRACTION;
    }

    /** The state in which readers see a version of this type. */
    State shown() {
        return switch (this) {
            case VOID -> State.VOIDED;
            case RETRACTION -> State.RETRACTED;
            default -> State.PUBLISHED;
        };
    }

    /** As above, of the text that stands in a version. */
    static boolean endsVerdict(String text) {
        return VOID.text().equals(text) || RETRACTION.text().equals(text);
    }

    /** Whether it leaves what was said before to other days, of the text that stands in a version. */
    static boolean isUpdate(String text) {
        return UPDATE.text().equals(text);
    }

    /** What it does to the verdicts that were published before. */
    Verdict.Effect effect() {
        if (endsVerdict()) {
            return Verdict.Effect.ENDS;
        }
        return this == UPDATE ? Verdict.Effect.LEAVES : Verdict.Effect.REPLACES;
    }

    Reason reason() {
        return Reason.valueOf(name());
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

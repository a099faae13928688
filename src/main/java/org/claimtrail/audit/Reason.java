package org.claimtrail.audit;

import java.util.Locale;

/** Why, as far as a leaf may say it: an enum, since free text could name a person. */
public enum Reason {
    /** Nothing to say beyond the type. */
    NONE,
    MINOR,
    UPDATE,
    CLARIFICATION,
    CORRECTION,
    VOID,
    RETRACTION,
    /** Approved by its own author, because the desk has switched four eyes off. */
    FOUR_EYES_OFF,
    // The grounds on which records are withheld or erased.
    LEGAL_ORDER,
    SOURCE_PROTECTION,
    PRIVACY,
    SAFETY,
    ERROR,
    OTHER,
    GDPR_ART_17,
    COURT_ORDER,
    DEFAMATION_SETTLEMENT,
    COPYRIGHT,
    OTHER_LEGAL_DUTY;

    /** The text in the leaf. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

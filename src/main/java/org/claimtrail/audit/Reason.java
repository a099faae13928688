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
    FOUR_EYES_OFF;

    /** The text in the leaf. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.claimtrail.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.claimtrail.audit.Reason;

/** Why a record is withheld from readers. */
public enum WithholdingReason {
    /** A court or an authority demands it, and may yet be overruled. */
    @JsonProperty("legal_order")
    LEGAL_ORDER,
    /** It would lead to a person who was promised not to be named. */
    @JsonProperty("source_protection")
    SOURCE_PROTECTION,
    @JsonProperty("privacy")
    PRIVACY,
    /** Somebody would be in danger. */
    @JsonProperty("safety")
    SAFETY,
    /** It was published by mistake, and is being looked into. */
    @JsonProperty("error")
    ERROR,
    @JsonProperty("other")
    OTHER;

    Reason reason() {
        return Reason.valueOf(name());
    }
}

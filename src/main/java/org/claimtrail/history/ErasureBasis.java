package org.claimtrail.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.claimtrail.audit.Reason;

/** On which legal basis a record is erased. */
public enum ErasureBasis {
    /** A person's right to erasure: article 17 of Regulation (EU) 2016/679, and its likes elsewhere. */
    @JsonProperty("gdpr_art_17")
    GDPR_ART_17,
    @JsonProperty("court_order")
    COURT_ORDER,
    @JsonProperty("defamation_settlement")
    DEFAMATION_SETTLEMENT,
    @JsonProperty("copyright")
    COPYRIGHT,
    @JsonProperty("source_protection")
    SOURCE_PROTECTION,
    @JsonProperty("other_legal_duty")
    OTHER_LEGAL_DUTY;

    Reason reason() {
        return Reason.valueOf(name());
    }
}

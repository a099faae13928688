package org.claimtrail.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where a claim stands. */
public enum ClaimStatus {
    /** It can be edited and assessed. */
    @JsonProperty("open")
    OPEN,
    /** It is the same as another claim, which goes on. */
    @JsonProperty("merged")
    MERGED,
    /** It should not have been recorded. */
    @JsonProperty("withdrawn")
    WITHDRAWN;

    /** As it stands in answers. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

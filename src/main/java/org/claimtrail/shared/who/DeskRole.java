package org.claimtrail.shared.who;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a member does on a desk. It adds nothing to the key's own permissions: both are needed. */
public enum DeskRole {
    @JsonProperty("contributor")
    CONTRIBUTOR,
    @JsonProperty("editor")
    EDITOR;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.claimtrail.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.claimtrail.shared.time.SystemTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A desk, for staff. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Desk", description = "A part of the newsroom that keeps its drafts to itself.")
public record DeskView(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String createdAt,

        @Nullable @Schema(description = "Since when it takes no further records or members.")
        String closedAt) {

    static DeskView of(Desk desk) {
        return new DeskView(
                desk.id,
                desk.name,
                SystemTime.text(desk.createdAt),
                desk.closedAt == null ? null : SystemTime.text(desk.closedAt));
    }
}

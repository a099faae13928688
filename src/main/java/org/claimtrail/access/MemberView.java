package org.claimtrail.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.claimtrail.shared.who.DeskRole;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A member of a desk.
 *
 * @param actor the pseudonym in the audit log
 * @param holder the name, as the person's keys have it
 */
@Schema(name = "Member", description = "A member of a desk.")
public record MemberView(
        @JsonProperty(required = true) String actor,
        @JsonProperty(required = true) String holder,
        @JsonProperty(required = true) DeskRole role) {}

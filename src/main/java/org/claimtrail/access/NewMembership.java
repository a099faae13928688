package org.claimtrail.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotNull;
import org.claimtrail.shared.who.DeskRole;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a member is to do on a desk. Properties that the service writes are ignored. */
@JsonIgnoreProperties({"actor", "holder"})
@Schema(description = "What a member does on a desk. Their key has to allow it too.")
public record NewMembership(@NotNull DeskRole role) {}

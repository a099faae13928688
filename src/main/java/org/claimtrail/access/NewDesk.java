package org.claimtrail.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A desk to be made. Properties that the service writes are ignored. */
@JsonIgnoreProperties({"id", "createdAt", "closedAt"})
@Schema(description = "A desk to be made.")
public record NewDesk(
        @NotBlank @Size(max = 200) @Schema(description = "Each name once.")
        String name) {}

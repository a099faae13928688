package org.claimtrail.claims;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.validation.EdtfDate;
import org.claimtrail.shared.validation.IdOf;
import org.claimtrail.shared.validation.LanguageTag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is claimed, by whom, and where. Properties that the service writes are ignored, so that a record read can be sent back. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties({"id", "version", "recordedAt", "status", "mergedInto"})
@Schema(description = "One checkable statement, who made it, and where it appeared.")
public record NewClaim(
        @NotBlank @Size(max = 2000) @Schema(description = "The canonical wording: one checkable statement.")
        String text,

        @NotNull @LanguageTag @Size(max = 64) @Schema(description = "BCP 47.")
        String inLanguage,

        @NotNull @IdOf(Kind.AGENT) @Schema(description = "Who claims it.")
        String claimant,

        @EdtfDate
        @Nullable
        @Schema(description = "EDTF (ISO 8601-2), levels 0 and 1: `2002`, `2024-03`, `2002/2011`, `2025-11~`.")
        String statedOn,

        @NotNull @Size(max = 50) @Schema(description = "Topics.", required = false)
        List<@NotBlank @Size(max = 200) String> about,

        @Size(max = 500) @Nullable String contentLocation,

        @Size(max = 10000) @Nullable @Schema(description = "What the desk takes it to mean.")
        String interpretation,

        @NotNull @Size(max = 200) @Schema(required = false) List<@NotNull @Valid Appearance> appearances,

        @Size(max = 2000) @Nullable @Schema(description = "Why the record changes; required in an edit.")
        String changeReason) {

    public NewClaim {
        about = about == null ? List.of() : List.copyOf(about);
        appearances = appearances == null ? List.of() : List.copyOf(appearances);
    }

    /** What it refers to: JSON pointer to id. */
    Map<String, String> references() {
        Map<String, String> references = new LinkedHashMap<>();
        references.put("/claimant", claimant);
        for (int i = 0; i < appearances.size(); i++) {
            Appearance appearance = appearances.get(i);
            references.put("/appearances/" + i + "/source", appearance.source());
            for (int link = 0; link < appearance.attribution().size(); link++) {
                references.put(
                        "/appearances/" + i + "/attribution/" + link + "/agent",
                        appearance.attribution().get(link).agent());
            }
        }
        return references;
    }
}

package org.claimtrail.sources;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.validation.IdOf;
import org.claimtrail.shared.validation.WebUrl;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an agent is said to be. Properties that the service writes are ignored, so that a record read can be sent back. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties({"id", "version", "recordedAt"})
@Schema(description = "A person, an organisation or a program that says, reports or assesses.")
public record NewAgent(
        @NotNull AgentType type,

        @Nullable @Schema(description = "True for an unnamed source, or a collective such as “experts”.")
        Boolean anonymous,

        @NotBlank @Size(max = 500) String name,
        @Size(max = 5000) @Nullable String description,

        @Size(max = 500) @Nullable @Schema(description = "What the person does, as the report puts it.")
        String jobTitle,

        @IdOf(Kind.AGENT) @Nullable @Schema(description = "The organisation the agent belongs to.")
        String memberOf,

        @NotNull
        @Size(max = 50)
        @Schema(description = "The same agent elsewhere; a Wikidata address is the usual one.", required = false)
        List<@NotNull @WebUrl String> sameAs,

        @WebUrl @Nullable @Schema(description = "Of an organisation.")
        String publishingPrinciples,

        @WebUrl @Nullable @Schema(description = "Of an organisation.")
        String correctionsPolicy,

        @Size(max = 2000) @Nullable @Schema(description = "Why the record changes; required in an edit.")
        String changeReason) {

    public NewAgent {
        sameAs = sameAs == null ? List.of() : List.copyOf(sameAs);
    }

    /** What it refers to: JSON pointer to id. */
    Map<String, String> references() {
        Map<String, String> references = new LinkedHashMap<>();
        if (memberOf != null) {
            references.put("/memberOf", memberOf);
        }
        return references;
    }

    String searchText() {
        return (name + "\n" + Objects.requireNonNullElse(jobTitle, "")).toLowerCase(java.util.Locale.ROOT);
    }
}

package org.claimtrail.exchange.imports;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.claimtrail.exchange.LocalNames;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.validation.IdOf;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of a file to be imported: a record, with the name it has there. */
@Schema(
        description =
                "A line: a record, with the name it has where it comes from. Where an id is expected, “@kind/name”"
                        + " refers to a record of the same import.")
record ImportLine(
        @NotNull
        @Pattern(regexp = "agent|source|scale|claim|relation|assessment")
        @Schema(enumeration = {"agent", "source", "scale", "claim", "relation", "assessment"})
        String kind,

        @NotNull @Pattern(regexp = LocalNames.NAME) @Schema(description = "Each name once within the import and kind.")
        String name,

        @Nullable
        @IdOf(Kind.CLAIM)
        @Schema(description = "Of an assessment: the claim that it is of.", examples = "@claim/summit")
        String claim,

        @NotNull
        @Schema(
                description = "The body of the request that would record it.",
                implementation = Object.class,
                type = SchemaType.OBJECT)
        JsonNode content) {

    static final String ASSESSMENT = "assessment";

    @AssertTrue(message = "an assessment names its claim, and nothing else does")
    @Schema(hidden = true)
    boolean isOfAClaimOrNone() {
        return kind == null || ASSESSMENT.equals(kind) == (claim != null);
    }
}

package org.claimtrail.assessments;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import org.claimtrail.shared.validation.LanguageTag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One rating of a scale, in the terms of schema.org's Rating. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One rating of a scale.")
public record Rating(
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9_-]{0,63}", message = "expected up to 64 lower-case letters, digits, _ and -")
        String code,

        @NotEmpty
        @Size(max = 100)
        @Schema(description = "By language (BCP 47).", examples = "{\"en\":\"Mostly true\",\"fr\":\"Plutôt vrai\"}")
        Map<@LanguageTag String, @NotBlank @Size(max = 200) String> label,

        @Nullable Integer ratingValue,
        @Nullable Integer bestRating,
        @Nullable Integer worstRating,
        @NotNull @Valid Normalised verdict) {

    private static final String PREFERRED = "en";

    public Rating {
        label = label == null ? Map.of() : new LinkedHashMap<>(label);
    }

    /** The label in English, or else in the first language there is. */
    @JsonIgnore
    String plainLabel() {
        return label.getOrDefault(PREFERRED, label.values().iterator().next());
    }
}

package org.claimtrail.sources;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The very words in a source, and what stands around them: W3C Web Annotation's TextQuoteSelector (section 4.2.4). */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The very words, and what stands around them (W3C TextQuoteSelector).")
public record Quote(
        @NotBlank @Size(max = 5000) String exact,
        @Size(max = 500) @Nullable String prefix,
        @Size(max = 500) @Nullable String suffix) {}

package org.claimtrail.sources;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.claimtrail.shared.validation.WebUrl;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of a source by a fragment identifier, such as a time code: W3C's FragmentSelector (section 4.2.1). */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A fragment identifier such as a time code, `t=30,60` (W3C FragmentSelector).")
public record Fragment(
        @NotBlank @Size(max = 500) String value,

        @WebUrl
        @Nullable
        @Schema(description = "The specification it follows.", examples = "http://www.w3.org/TR/media-frags/")
        String conformsTo) {}

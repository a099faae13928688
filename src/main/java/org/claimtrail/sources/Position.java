package org.claimtrail.sources;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Characters of a source's text, the first is 0, the end is behind the last: W3C's TextPositionSelector (4.2.5). */
@Schema(description = "Characters of the text, from start up to but not including end (W3C TextPositionSelector).")
public record Position(
        @PositiveOrZero int start, @PositiveOrZero int end) {

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "expected an end behind the start")
    boolean isForward() {
        return end > start;
    }
}

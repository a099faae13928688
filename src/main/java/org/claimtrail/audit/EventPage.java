package org.claimtrail.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.claimtrail.shared.http.Slice;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of events, as the API description names it. */
public record EventPage(
        @JsonProperty(required = true) List<EventView> items,

        @JsonProperty(required = true) @Schema(nullable = true) @Nullable
        String next) {

    static final String CSV_EXAMPLE = "id,at,type,actor,actorName,subject,version,reason,previous,logIndex";

    /** The Link header to the next page: this list goes on by {@code after}, an event's id, not by an opaque cursor. */
    public static Optional<String> link(Slice<EventView> page, UriInfo uri) {
        return Optional.ofNullable(page.next())
                .map(next -> uri.getRequestUriBuilder()
                        .replaceQueryParam("after", next)
                        .build())
                .map(next -> "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
    }
}

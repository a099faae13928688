package org.claimtrail.shared.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list: {@code {"items": [...], "next": "..." or null}}. It counts nothing and skips nothing, so that page
 * ten million costs what page one does.
 *
 * @param next the encoded {@link Cursor} of the next page; null on the last
 */
@JsonPropertyOrder({"items", "next"})
public record Slice<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    private static final String CURSOR = "cursor";

    public Slice {
        items = List.copyOf(items);
    }

    /** The value of the RFC 8288 Link header to the next page, with the query of this request kept. */
    public Optional<String> linkHeader(UriInfo uri) {
        if (next == null) {
            return Optional.empty();
        }
        String query = Optional.ofNullable(uri.getRequestUri().getRawQuery()).orElse("");
        String kept = Stream.concat(
                        Arrays.stream(query.split("&")).filter(Slice::isKept), Stream.of(CURSOR + "=" + next))
                .collect(Collectors.joining("&"));
        return Optional.of("<" + uri.getRequestUri().getRawPath() + "?" + kept + ">; rel=\"next\"");
    }

    private static boolean isKept(String parameter) {
        return !parameter.isEmpty() && !parameter.equals(CURSOR) && !parameter.startsWith(CURSOR + "=");
    }
}

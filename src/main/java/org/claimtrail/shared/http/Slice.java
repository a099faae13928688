package org.claimtrail.shared.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /**
     * The page out of the rows found, of which one more than the limit was asked for.
     *
     * @param next what leads on from the last row of this page
     */
    public static <T> Slice<T> cut(List<T> rows, int limit, Function<T, String> next) {
        return rows.size() > limit
                ? new Slice<>(rows.subList(0, limit), next.apply(rows.get(limit - 1)))
                : new Slice<>(rows, null);
    }

    /** The same page with its items shown in another way. */
    public <R> Slice<R> map(Function<T, R> how) {
        return new Slice<>(items.stream().map(how).toList(), next);
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

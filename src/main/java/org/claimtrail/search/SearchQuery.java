package org.claimtrail.search;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimtrail.claims.ClaimFilter;
import org.claimtrail.shared.edtf.DayRange;
import org.claimtrail.shared.http.Cursor;
import org.claimtrail.shared.http.PageRequest;
import org.claimtrail.shared.http.Problem;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What claims are searched by. */
public class SearchQuery {

    private static final int MAX_LENGTH = 500;
    private static final int MAX_WORDS = 32;
    private static final String LATEST_FIRST = "-recordedAt";

    @QueryParam("q")
    @Parameter(
            description =
                    "What is looked for: words, 32 at most, that are all to be found in the claim, its meaning, place, quotes or topics,"
                            + " or the name of its claimant, in whatever grammatical form; `\"in quotation marks\"` side by side;"
                            + " with a `-` before, not to be found. A word that says nothing in the claim's language (`the`) need"
                            + " not be found. Without words all claims are found.",
            schema = @Schema(type = SchemaType.STRING, maxLength = MAX_LENGTH),
            example = "abduction resolved")
    @Nullable
    String q;

    @BeanParam
    ClaimFilter filter = new ClaimFilter();

    @QueryParam("sort")
    @Parameter(
            description =
                    "`relevance`, the best match first, or `-recordedAt`, the latest first; without words the latter.",
            schema = @Schema(enumeration = {"relevance", "-recordedAt"}))
    @Nullable
    String sort;

    @QueryParam("facets")
    @Parameter(
            description =
                    "Counts of all claims that were found, by these fields, separated by commas: `claimant`, `topic`, `language`,"
                            + " `status`, `verdict`, `assessor`. Of each the twenty most frequent values.",
            example = "topic,verdict")
    @Nullable
    String facets;

    @QueryParam("limit")
    @Parameter(
            description = "Items on a page, 1 to 200.",
            schema = @Schema(minimum = "1", maximum = "200", defaultValue = "20"))
    @Nullable
    Integer limit;

    @QueryParam("cursor")
    @Parameter(
            description =
                    "Where the page begins: the `next` of the page before. The first 1,000 claims can be paged through, and no more.")
    @Nullable
    String cursor;

    /** The words; empty when none are asked for. */
    Optional<Question> question() {
        if (q == null || q.isBlank()) {
            return Optional.empty();
        }
        Question asked = Question.of(q);
        if (q.length() > MAX_LENGTH || asked.parts().size() > MAX_WORDS) {
            throw tooLong();
        }
        return Optional.of(asked);
    }

    static Problem tooLong() {
        return Problem.badParameter(
                "q", "expected at most " + MAX_WORDS + " words, of at most " + MAX_LENGTH + " characters together.");
    }

    /**
     * Whether the best come first, and not the latest.
     *
     * @param inWords whether there is a question
     */
    boolean isByRelevance(boolean inWords) {
        if (sort == null) {
            return inWords;
        }
        return switch (sort) {
            case "relevance" -> true;
            case LATEST_FIRST -> false;
            default -> throw Problem.badParameter("sort", "expected relevance or -recordedAt.");
        };
    }

    /** The values that claims must have, by facet. */
    Map<Facet, String> wanted() {
        Map<Facet, String> wanted = new EnumMap<>(Facet.class);
        filter.claimant().ifPresent(agent -> wanted.put(Facet.CLAIMANT, agent));
        filter.topic().ifPresent(topic -> wanted.put(Facet.TOPIC, topic));
        filter.language().ifPresent(range -> wanted.put(Facet.LANGUAGE, range.toLowerCase(Locale.ROOT)));
        filter.status().ifPresent(status -> wanted.put(Facet.STATUS, status.text()));
        filter.verdict().ifPresent(code -> wanted.put(Facet.VERDICT, code));
        filter.assessor().ifPresent(agent -> wanted.put(Facet.ASSESSOR, agent));
        return wanted;
    }

    Optional<DayRange> statedOn() {
        return filter.statedOn();
    }

    /** The only language whose claims are wanted, by {@link Languages#known}; empty where they may be in any. */
    Optional<String> onlyLanguage() {
        return filter.language().map(Languages::known);
    }

    Set<Facet> facets() {
        return facets == null
                ? Set.of()
                : Stream.of(facets.split(",", -1))
                        .map(SearchQuery::facet)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How many are shown. */
    int limit() {
        return page().limit();
    }

    /** How many were shown before. */
    int offset() {
        return page().after().map(SearchQuery::offset).orElse(0);
    }

    /** The cursor behind so many. */
    static String cursor(int shown) {
        return Cursor.of("search", Integer.toString(shown)).encode();
    }

    private static int offset(Cursor cursor) {
        long shown = cursor.text(0).equals("search") ? cursor.number(1) : -1;
        if (shown < 1 || shown >= ClaimSearch.DEEPEST) {
            throw Problem.badParameter(
                    "cursor", "expected the value of “next” from an earlier page of this search, unchanged.");
        }
        return (int) shown;
    }

    private PageRequest page() {
        return PageRequest.of(limit, cursor);
    }

    private static Facet facet(String name) {
        return Stream.of(Facet.values())
                .filter(facet -> facet.field().equals(name))
                .findAny()
                .orElseThrow(() -> Problem.badParameter(
                        "facets",
                        "expected some of "
                                + Stream.of(Facet.values()).map(Facet::field).collect(Collectors.joining(", "))
                                + ", separated by commas."));
    }
}

package org.claimtrail.search;

import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimtrail.claims.ClaimStatus;
import org.claimtrail.shared.edtf.DayRange;
import org.claimtrail.shared.http.Cursor;
import org.claimtrail.shared.http.PageRequest;
import org.claimtrail.shared.http.Params;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What claims are searched by. */
public class SearchQuery {

    private static final int MAX_LENGTH = 500;
    private static final int MAX_WORDS = 32;

    @QueryParam("q")
    @Parameter(
            description =
                    "What is looked for: words, 32 at most, that are all to be found in the claim, its meaning, its quotes, its"
                            + " topics or its claimant's name, in whatever grammatical form; `\"in quotes\"` side by side; not"
                            + " to be found with a `-` before. Without it all claims are found, the latest first.",
            schema = @Schema(type = SchemaType.STRING, maxLength = MAX_LENGTH),
            example = "abduction resolved")
    @Nullable
    String q;

    @QueryParam("claimant")
    @Parameter(description = "Only claims of this agent.")
    @Nullable
    String claimant;

    @QueryParam("topic")
    @Parameter(description = "Only claims about this topic, in any case.", example = "abductions")
    @Nullable
    String topic;

    @QueryParam("language")
    @Parameter(
            description = "Only claims in this language; `en` finds `en-GB` too (RFC 4647, basic filtering).",
            example = "en")
    @Nullable
    String language;

    @QueryParam("status")
    @Parameter(description = "Only claims in this status.")
    @Nullable
    ClaimStatus status;

    @QueryParam("verdict")
    @Parameter(description = "Only claims with a published rating of this code that stands.", example = "unproven")
    @Nullable
    String verdict;

    @QueryParam("assessor")
    @Parameter(description = "Only claims that this agent has published an assessment of.")
    @Nullable
    String assessor;

    @QueryParam("statedOn")
    @Parameter(description = "Only claims whose date overlaps this EDTF date or interval.", example = "2024/2025")
    @Nullable
    String statedOn;

    @QueryParam("facets")
    @Parameter(
            description =
                    "What to count all that were found by, separated by commas: `claimant`, `topic`, `language`, `status`,"
                            + " `verdict`, `assessor`. Of each the twenty most frequent values.",
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
                    "Where the page begins: the `next` of the page before. There are none behind the first 1,000.")
    @Nullable
    String cursor;

    /** The words; empty when none are asked for. */
    Optional<String> words() {
        if (q == null) {
            return Optional.empty();
        }
        if (q.isBlank() || q.length() > MAX_LENGTH || q.strip().split("\\s+", -1).length > MAX_WORDS) {
            throw Problem.badParameter(
                    "q", "expected 1 to " + MAX_WORDS + " words, of at most " + MAX_LENGTH + " characters together.");
        }
        return Optional.of(q);
    }

    /** The values that claims must have. */
    List<Wanted> wanted() {
        return Stream.of(
                        wanted(Facet.CLAIMANT.field(), agent("claimant", claimant)),
                        wanted(Facet.TOPIC.field(), lower(topic)),
                        wanted(ClaimDocument.LANGUAGE_RANGE, lower(language)),
                        wanted(Facet.STATUS.field(), Optional.ofNullable(status).map(ClaimStatus::text)),
                        wanted(Facet.VERDICT.field(), Optional.ofNullable(verdict)),
                        wanted(Facet.ASSESSOR.field(), agent("assessor", assessor)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The only language whose claims are wanted; empty where they may be in any. */
    Optional<String> onlyLanguage() {
        return Optional.ofNullable(language).map(Languages::known);
    }

    Optional<DayRange> stated() {
        try {
            return Optional.ofNullable(statedOn).map(DayRange::of);
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter("statedOn", String.valueOf(e.getMessage()));
        }
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

    private static Optional<Wanted> wanted(String field, Optional<String> value) {
        return value.map(text -> new Wanted(field, text));
    }

    private static Optional<String> lower(@Nullable String text) {
        return Optional.ofNullable(text).map(any -> any.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> agent(String name, @Nullable String text) {
        return Optional.ofNullable(text)
                .map(id -> Params.id(Kind.AGENT, name, id))
                .map(TypeId::toString);
    }

    /** A value that a field must have. */
    record Wanted(String field, String value) {}
}

package org.claimtrail.exchange.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.claimtrail.exchange.LocalNames;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a line was not recorded, as a request for it alone would have been told. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "ImportRefusal")
record Refusal(
        @JsonProperty(required = true) @Schema(description = "From 1; blank lines count.")
        long line,

        @Nullable String kind,
        @Nullable String name,
        @JsonProperty(required = true) int status,
        @JsonProperty(required = true) String detail,

        @Schema(description = "The first twenty; pointers begin at the line.")
        List<Fault> errors) {

    /** Enough to see what is wrong; a line may have any number of faults. */
    private static final int SHOWN = 20;

    /** Characters of a text, of which it may repeat any part of the line. */
    private static final int LONGEST = 1_000;

    /** One thing that is wrong. */
    @Schema(name = "ImportError")
    record Fault(
            @JsonProperty(required = true) String pointer,
            @JsonProperty(required = true) String code,
            @JsonProperty(required = true) String message) {}

    /** @param read what there is of the line, of whatever shape */
    static Refusal of(long line, JsonNode read, Problem problem, List<LocalNames.Reference> references) {
        String kind = read.path("kind").textValue();
        String name = read.path("name").textValue();
        return of(
                line,
                kind != null && LocalNames.isKind(kind) ? kind : null,
                name != null && name.matches(LocalNames.NAME) ? name : null,
                problem,
                references);
    }

    /** Of what cannot be recorded beside what is there. */
    static Refusal of(Entry entry, Problem problem) {
        return of(entry.number(), entry.kind(), entry.name(), Entries.inContent(problem), entry.references());
    }

    /** Of what refers to records that are not there. */
    static Refusal ofUnknown(Entry entry, List<LocalNames.Reference> unknown) {
        Problem problem = Problem.of(ProblemType.INVALID, "The line refers to records that are not there yet.");
        unknown.stream()
                .limit(SHOWN)
                .forEach(reference -> problem.at(
                        reference.pointer(),
                        "unknown_reference",
                        "There is no " + reference.text()
                                + ": no earlier line of this import has brought it, or it was erased since."));
        return of(entry.number(), entry.kind(), entry.name(), problem, List.of());
    }

    private static Refusal of(
            long line,
            @Nullable String kind,
            @Nullable String name,
            Problem problem,
            List<LocalNames.Reference> references) {
        return new Refusal(
                line,
                kind,
                name,
                problem.type().status(),
                shown(problem.detail(), references),
                problem.errors().stream()
                        .limit(SHOWN)
                        .map(error -> new Fault(
                                shortened(Objects.requireNonNullElse(error.pointer(), "")),
                                error.code(),
                                shown(error.message(), references)))
                        .toList());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** Who has sent names knows none of the ids. */
    private static String shown(String message, List<LocalNames.Reference> references) {
        String text = shortened(message);
        for (LocalNames.Reference reference : references) {
            text = text.replace(reference.id(), reference.text());
        }
        return text;
    }
}

package org.claimtrail.exchange.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimtrail.shared.http.Problem;
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
        @Schema(description = "Pointers begin at the line.") List<Error> errors) {

    /** One thing that is wrong. */
    @Schema(name = "ImportError")
    record Error(
            @JsonProperty(required = true) String pointer,
            @JsonProperty(required = true) String code,
            @JsonProperty(required = true) String message) {}

    /** @param read what there is of the line, of whatever shape */
    static Refusal of(long line, JsonNode read, Problem problem) {
        return of(line, read.path("kind").textValue(), read.path("name").textValue(), problem, Map.of());
    }

    /** Of what cannot be recorded beside what is there. */
    static Refusal of(Entry entry, Problem problem) {
        return of(entry.number(), entry.kind(), entry.name(), Entries.inContent(problem), entry.named());
    }

    private static Refusal of(
            long line, @Nullable String kind, @Nullable String name, Problem problem, Map<String, String> named) {
        return new Refusal(
                line,
                kind,
                name,
                problem.type().status(),
                problem.detail(),
                problem.errors().stream()
                        .map(error -> new Error(
                                Objects.requireNonNullElse(error.pointer(), ""),
                                error.code(),
                                withNames(error.message(), named)))
                        .toList());
    }

    /** Who has sent names knows none of the ids. */
    private static String withNames(String message, Map<String, String> named) {
        String text = message;
        for (Map.Entry<String, String> name : named.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        return text;
    }
}

package org.claimtrail.shared.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The problem document as written (RFC 9457 section 3.1).
 *
 * @param type reference to the page that documents this kind of problem
 * @param instance the path of the request that was refused
 * @param errors absent when there is nothing to point at
 * @param members what this type of problem says beside, each as a member of its own
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "errors"})
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Problem.Entry> errors,
        @JsonAnyGetter Map<String, String> members) {

    static final String MEDIA_TYPE = "application/problem+json";

    public ProblemBody {
        errors = List.copyOf(errors);
        members = new LinkedHashMap<>(members);
    }

    static ProblemBody of(Problem problem, String instance) {
        ProblemType type = problem.type();
        return new ProblemBody(
                type.uri(),
                type.title(),
                type.status(),
                problem.detail(),
                instance,
                problem.errors(),
                problem.members());
    }
}

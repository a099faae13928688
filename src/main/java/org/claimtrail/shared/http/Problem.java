package org.claimtrail.shared.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal, on its way to the client as an RFC 9457 problem document. Thrown wherever a request turns out not to be
 * possible; one exception mapper writes it.
 *
 * <p>The detail is read by a journalist: plain, exact, with what is expected. It carries no stack trace, since a
 * refused request is no bug.
 */
public final class Problem extends RuntimeException {

    private final ProblemType type;
    private final List<Entry> errors = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> members = new LinkedHashMap<>();

    private Problem(ProblemType type, String detail) {
        super(detail, null, false, false);
        this.type = type;
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail);
    }

    /** A query parameter or header that cannot be used: the detail and the one entry of errors name it. */
    public static Problem badParameter(String name, String expected) {
        return of(ProblemType.BAD_PARAMETER, name + ": " + expected).atParameter(name, "bad_parameter", expected);
    }

    /** Adds what is wrong at one value of the body: its JSON pointer (RFC 6901), a code in lower_snake, a message. */
    public Problem at(String pointer, String code, String message) {
        errors.add(new Entry(pointer, null, code, message));
        return this;
    }

    /** As {@link #at}, for a value outside the body. */
    public Problem atParameter(String name, String code, String message) {
        errors.add(new Entry(null, name, code, message));
        return this;
    }

    Problem add(Entry entry) {
        errors.add(entry);
        return this;
    }

    /** Adds a header to the answer, in place of one of the same name. */
    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Adds a member of its own to the document (RFC 9457 section 3.2), for programs. */
    public Problem with(String name, String value) {
        members.put(name, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Entry> errors() {
        return List.copyOf(errors);
    }

    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    Map<String, String> members() {
        return new LinkedHashMap<>(members);
    }

    /** One thing wrong: at a pointer into the body, or in a named query parameter, path segment or header. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(@Nullable String pointer, @Nullable String parameter, String code, String message) {}
}

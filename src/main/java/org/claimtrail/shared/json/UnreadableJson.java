package org.claimtrail.shared.json;

import java.util.List;

/** Why a JSON text was not accepted, said so that a journalist can mend it. */
public final class UnreadableJson extends RuntimeException {

    private final Reason reason;
    private final List<Flaw> flaws;

    UnreadableJson(Reason reason, String message, List<Flaw> flaws) {
        super(message, null, false, false);
        this.reason = reason;
        this.flaws = List.copyOf(flaws);
    }

    static UnreadableJson at(Reason reason, String pointer, String code, String message) {
        return new UnreadableJson(reason, message, List.of(new Flaw(pointer, code, message)));
    }

    public Reason reason() {
        return reason;
    }

    public List<Flaw> flaws() {
        return flaws;
    }

    /** The kinds of refusal, from the bytes to the meaning. */
    public enum Reason {
        /** Not JSON, or JSON that can be read in two ways. */
        MALFORMED,
        /** A property the target type does not have. */
        UNKNOWN_PROPERTY,
        /** Another JSON type than the target's. */
        WRONG_TYPE,
        /** The right type, but a value that is never acceptable. */
        INVALID
    }

    /** One thing wrong: where (RFC 6901), a code in lower_snake, what is expected. */
    public record Flaw(String pointer, String code, String message) {}
}

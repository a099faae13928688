package org.claimtrail.shared.id;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an id names. The prefix is part of the public contract and never changes. */
public enum Kind {
    AGENT("agent"),
    SOURCE("source"),
    CLAIM("claim"),
    RELATION("rel"),
    ASSESSMENT("asmt"),
    SCALE("scale"),
    /** What is said about an assessment inside the newsroom. */
    COMMENT("comment"),
    HOOK("hook"),
    KEY("key"),
    DESK("desk"),
    /** What somebody did, or was refused, beside the records. */
    ACCESS("access"),
    /** Many records that were brought in at once. */
    IMPORT("import"),
    EVENT("event");

    private static final Map<String, Kind> BY_PREFIX =
            Arrays.stream(values()).collect(Collectors.toMap(Kind::prefix, Function.identity()));

    private final String prefix;

    Kind(String prefix) {
        this.prefix = prefix;
    }

    public String prefix() {
        return prefix;
    }

    /** The kind with exactly this prefix. */
    public static Optional<Kind> ofPrefix(String prefix) {
        return Optional.ofNullable(BY_PREFIX.get(prefix));
    }
}

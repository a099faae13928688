package org.claimtrail.shared.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is for who runs the service alone, metrics and health: hidden from others, and answered whatever else is going on.
 * The rest of {@code /q/} is for everybody, and costs what everything does.
 */
public final class OperatorPaths {

    private static final List<String> PATHS = List.of("/q/metrics", "/q/health");

    private OperatorPaths() {}

    /** Whether a path, as the router goes by it, is one of these; null is a path that is none. */
    public static boolean has(@Nullable String path) {
        return path != null && PATHS.stream().anyMatch(path::startsWith);
    }
}

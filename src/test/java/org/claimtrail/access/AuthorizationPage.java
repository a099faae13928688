package org.claimtrail.access;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.claimtrail.access.Cast.Caller;
import org.claimtrail.access.Cast.Target;
import org.claimtrail.support.Routes;
import org.claimtrail.support.Routes.Route;

/** The table of who may do what, as a page of the documentation. */
final class AuthorizationPage {

    static final Path FILE = Path.of("docs/authorization.md");

    private static final String HEAD = """
            # Who may do what

            Written by `RolesTest`, which sends each request of this table to the running service; do not edit it. To write it
            again: `mvn test -Dtest=RolesTest -Dclaimtrail.authorization.record=true`. Why it is so: [ADR 016](adr/016-desks.md).

            **yes**: the caller is let through. **401**: a key is needed. **403**: the key or the desk does not allow it. **404**:
            for this caller there is no such record. Lists are answered to all who may call them, and hold what the caller
            may see.

            """;

    private AuthorizationPage() {}

    /** @param row gives the cells of a route and what it is asked about */
    static String of(BiFunction<Route, Target, List<String>> row) {
        String callers =
                Arrays.stream(Caller.values()).map(caller -> caller.text).collect(Collectors.joining(" | "));
        StringBuilder page = new StringBuilder(HEAD)
                .append("| route | record | ")
                .append(callers)
                .append(" |\n|")
                .append(" --- |".repeat(Caller.values().length + 2))
                .append('\n');
        Routes.all().stream()
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .forEach(route -> RolesTest.targets(route.path())
                        .forEach(target -> page.append("| `")
                                .append(route)
                                .append("` | ")
                                .append(target.text)
                                .append(" | ")
                                .append(String.join(" | ", row.apply(route, target)))
                                .append(" |\n")));
        return page.toString();
    }
}

package org.claimtrail.history.kept;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it was given.
 *
 * @param at how much of what has changed it knows, see {@link Changes}
 * @param of ids of the records that it shows, and kinds where any record of the kind may show in it
 * @param headers those of the resource; what belongs to one request, or to every answer, is not among them
 * @param tag its entity tag without quotes; null when it has none
 * @param type of its body
 * @param route the template of its route
 */
record KeptAnswer(
        long at,
        Set<String> of,
        List<Map.Entry<String, String>> headers,
        @Nullable String tag,
        String type,
        String route,
        byte[] body) {

    private static final int AROUND = 1_000;

    /** About as many bytes as it takes in memory. */
    int weight() {
        return body.length + AROUND + of.size() * 100 + headers.size() * 100;
    }
}

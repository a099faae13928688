package org.claimtrail.history;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A page out of several statements that find different rows, each of them sorted by an index. Of all together the database
 * would sort all there are.
 *
 * @param order of the page, which is that of each statement
 * @param key tells rows apart
 * @param limit rows wanted of each statement, and of all
 */
public record Merged<E>(Comparator<E> order, Function<E, ?> key, int limit) {

    /** More are not to be expected: each means that somebody wrote such a row in these milliseconds. */
    private static final int RETRIES = 10;

    /**
     * Several statements see several moments, and whoever goes on from the last row would miss one that came between them.
     * What they find twice was all there in between.
     */
    public List<E> of(List<Supplier<List<E>>> statements) {
        List<E> before = merge(statements);
        for (int more = 0; more < RETRIES; more++) {
            List<E> now = merge(statements);
            if (keys(now).equals(keys(before))) {
                return now;
            }
            before = now;
        }
        return before;
    }

    private List<E> merge(List<Supplier<List<E>>> statements) {
        return statements.stream()
                .map(Supplier::get)
                .flatMap(List::stream)
                .sorted(order)
                .limit(limit)
                .toList();
    }

    private List<?> keys(List<E> rows) {
        return rows.stream().map(key).toList();
    }
}

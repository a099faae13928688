package org.claimtrail.cli.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a verification finds. Counts everything and keeps the first problems; one that spoils all the rest is enough. */
final class Findings {

    /** More than anybody reads. */
    private static final int KEPT = 1000;

    private final List<Problem> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private long found;

    Findings() {
        List.of("entries", "checkpoints", "erased").forEach(what -> counts.put(what, 0L));
    }

    synchronized void problem(String place, String what) {
        found++;
        if (problems.size() < KEPT) {
            problems.add(new Problem(place, what));
        }
    }

    /** A problem unless the two are the same. */
    void same(String place, @Nullable Object expected, @Nullable Object actual) {
        if (expected == null ? actual != null : !expected.equals(actual)) {
            problem(place, "expected " + expected + ", found " + actual);
        }
    }

    synchronized void warn(String warning) {
        warnings.add(warning);
    }

    synchronized void count(String what, long howMany) {
        counts.merge(what, howMany, Long::sum);
    }

    /** What somebody else found, behind what is here. */
    synchronized void add(Findings others) {
        others.problems().stream().limit(KEPT - problems.size()).forEach(problems::add);
        found += others.found();
        warnings.addAll(others.warnings());
        others.counts().forEach(this::count);
    }

    synchronized boolean isSound() {
        return found == 0;
    }

    /** How many problems there are, also of those not kept. */
    synchronized long found() {
        return found;
    }

    synchronized List<Problem> problems() {
        return List.copyOf(problems);
    }

    synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    synchronized Map<String, Long> counts() {
        return new LinkedHashMap<>(counts);
    }
}

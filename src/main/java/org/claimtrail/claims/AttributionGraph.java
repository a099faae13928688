package org.claimtrail.claims;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who has a claim from whom, over all its appearances together: an outlet that quotes an agency is followed through the
 * agency to where that has it from, also when another appearance tells so.
 */
final class AttributionGraph {

    private final Map<String, Set<String>> givers = new LinkedHashMap<>();
    private final Map<String, Set<String>> behind = new LinkedHashMap<>();

    AttributionGraph(List<Appearance> appearances) {
        for (Appearance appearance : appearances) {
            String giver = null;
            for (Attribution link : appearance.attribution()) {
                Set<String> from = givers.computeIfAbsent(link.agent(), agent -> new LinkedHashSet<>());
                if (giver != null) {
                    from.add(giver);
                }
                giver = link.agent();
            }
        }
    }

    /**
     * The origins that an agent's claim leads back to. An origin is one agent that has it from nobody, or a circle of
     * agents that have it from each other only: nobody can tell which of them was first, so they count once.
     */
    Set<Set<String>> origins(String agent) {
        Set<Set<String>> origins = new LinkedHashSet<>();
        for (String candidate : behind(agent)) {
            Set<String> further = behind(candidate);
            if (further.stream().allMatch(other -> behind(other).contains(candidate))) {
                origins.add(new TreeSet<>(further));
            }
        }
        return origins;
    }

    /** The agent and all that stand behind it. */
    private Set<String> behind(String agent) {
        Set<String> known = behind.get(agent);
        return known != null ? known : behind.computeIfAbsent(agent, this::search);
    }

    private Set<String> search(String agent) {
        Set<String> seen = new LinkedHashSet<>(List.of(agent));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String giver : givers.getOrDefault(open.poll(), Set.of())) {
                if (seen.add(giver)) {
                    open.add(giver);
                }
            }
        }
        return seen;
    }
}

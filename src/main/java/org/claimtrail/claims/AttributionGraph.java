package org.claimtrail.claims;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
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
    private final Map<String, Set<String>> takers = new HashMap<>();

    /** By agent, for those that belong to one. */
    private final Map<String, Set<String>> origins = new HashMap<>();

    AttributionGraph(List<Appearance> appearances) {
        for (Appearance appearance : appearances) {
            String giver = null;
            for (Attribution link : appearance.attribution()) {
                Set<String> from = givers.computeIfAbsent(link.agent(), agent -> new LinkedHashSet<>());
                if (giver != null) {
                    from.add(giver);
                    takers.computeIfAbsent(giver, agent -> new LinkedHashSet<>())
                            .add(link.agent());
                }
                giver = link.agent();
            }
        }
        Set<String> reached = new HashSet<>();
        for (String agent : fromTheSources()) {
            if (!reached.contains(agent)) {
                Set<String> origin = new TreeSet<>(reached(agent, givers));
                origin.forEach(member -> origins.put(member, origin));
                reach(agent, takers, reached);
            }
        }
    }

    /**
     * The origins that an agent's claim leads back to. An origin is one agent that has it from nobody, or a circle of
     * agents that have it from each other only: nobody can tell which of them was first, so they count once.
     */
    Set<Set<String>> origins(String agent) {
        if (!givers.containsKey(agent)) {
            return Set.of(Set.of(agent));
        }
        Set<Set<String>> found = new LinkedHashSet<>();
        Set<String> members = new HashSet<>();
        for (String other : reached(agent, givers)) {
            Set<String> origin = members.contains(other) ? null : origins.get(other);
            if (origin != null) {
                found.add(origin);
                members.addAll(origin);
            }
        }
        return found;
    }

    /**
     * All agents, in an order in which the first that nobody before it leads to belongs to an origin, and so the next: from
     * the last that a search in depth is done with back to the first (Kosaraju's algorithm). Takes time as agents and links
     * together.
     */
    private Deque<String> fromTheSources() {
        Deque<String> done = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        for (String agent : givers.keySet()) {
            if (seen.add(agent)) {
                search(agent, seen, done);
            }
        }
        return done;
    }

    /** In depth; not by calling itself, which many links would let run out of stack. */
    private void search(String start, Set<String> seen, Deque<String> done) {
        Deque<String> path = new ArrayDeque<>(List.of(start));
        Deque<Iterator<String>> open = new ArrayDeque<>(List.of(takers(start)));
        while (!path.isEmpty()) {
            if (!open.element().hasNext()) {
                open.pop();
                done.push(path.pop());
                continue;
            }
            String next = open.element().next();
            if (seen.add(next)) {
                path.push(next);
                open.push(takers(next));
            }
        }
    }

    private Iterator<String> takers(String agent) {
        return takers.getOrDefault(agent, Set.of()).iterator();
    }

    /** The agent and all that these links lead to, in breadth. */
    private static Set<String> reached(String agent, Map<String, Set<String>> links) {
        Set<String> reached = new LinkedHashSet<>();
        reach(agent, links, reached);
        return reached;
    }

    private static void reach(String agent, Map<String, Set<String>> links, Set<String> reached) {
        reached.add(agent);
        Deque<String> open = new ArrayDeque<>(List.of(agent));
        while (!open.isEmpty()) {
            for (String next : links.getOrDefault(open.remove(), Set.of())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
    }
}

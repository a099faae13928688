package org.claimtrail.claims;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AttributionGraphPropertyTest {

    /** As their definition says: who stands behind all that stand behind them. */
    @Property
    void origins_are_those_that_have_it_from_nobody_else(@ForAll("chains") List<List<String>> chains) {
        AttributionGraph graph = graph(chains);

        for (String agent : chains.stream().flatMap(List::stream).collect(toSet())) {
            Set<Set<String>> expected = behind(agent, chains).stream()
                    .map(candidate -> behind(candidate, chains))
                    .filter(circle -> circle.stream()
                            .allMatch(other -> behind(other, chains).equals(circle)))
                    .collect(toSet());

            assertThat(graph.origins(agent)).as(agent).isEqualTo(expected);
        }
    }

    /** Each agent kept with all behind it would take most of a gigabyte, and each with each seconds. */
    @Example
    void the_largest_claim_takes_no_longer_than_its_links() {
        int chains = 200;
        List<List<String>> circle = IntStream.range(0, chains)
                .mapToObj(i -> IntStream.rangeClosed(0, 19)
                        .mapToObj(k -> "agent" + (19 * i + k) % (19 * chains))
                        .toList())
                .toList();
        AttributionGraph graph = graph(circle);

        long began = System.nanoTime();
        for (List<String> chain : circle) {
            assertThat(graph.origins(chain.get(19)))
                    .singleElement()
                    .satisfies(origin -> assertThat(origin).hasSize(19 * chains));
        }
        assertThat(System.nanoTime() - began).isLessThan(20_000_000_000L);
    }

    @Provide
    Arbitrary<List<List<String>>> chains() {
        return Arbitraries.of("a", "b", "c", "d", "e", "f", "g")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .uniqueElements()
                .list()
                .ofMinSize(1)
                .ofMaxSize(7);
    }

    private static Set<String> behind(String agent, List<List<String>> chains) {
        Set<String> behind = new HashSet<>(Set.of(agent));
        Deque<String> open = new ArrayDeque<>(behind);
        while (!open.isEmpty()) {
            String one = open.remove();
            for (List<String> chain : chains) {
                int at = chain.indexOf(one);
                if (at > 0 && behind.add(chain.get(at - 1))) {
                    open.add(chain.get(at - 1));
                }
            }
        }
        return new TreeSet<>(behind);
    }

    private static AttributionGraph graph(List<List<String>> chains) {
        return new AttributionGraph(chains.stream()
                .map(chain -> new Appearance(
                        "source",
                        null,
                        null,
                        null,
                        chain.stream()
                                .map(agent -> new Attribution(agent, AttributionMode.REPORTED, null))
                                .toList()))
                .toList());
    }
}

package org.claimtrail.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttributionGraphTest {

    @Test
    void six_outlets_that_have_it_from_one_source_have_one_origin() {
        AttributionGraph graph = graph(
                chain("source", "agency", "a"),
                chain("source", "agency", "b"),
                chain("source", "c"),
                chain("source", "agency", "d"),
                chain("source", "e"),
                chain("source", "agency", "f"));

        for (String outlet : List.of("a", "b", "c", "d", "e", "f")) {
            assertThat(graph.origins(outlet)).containsExactly(Set.of("source"));
        }
    }

    @Test
    void an_outlet_that_has_it_from_nobody_is_its_own_origin() {
        AttributionGraph graph = graph(chain("a"), chain("source", "b"));

        assertThat(graph.origins("a")).containsExactly(Set.of("a"));
        assertThat(graph.origins("b")).containsExactly(Set.of("source"));
    }

    @Test
    void chains_are_joined_across_appearances() {
        AttributionGraph graph = graph(chain("agency", "paper"), chain("source", "agency"));

        assertThat(graph.origins("paper")).containsExactly(Set.of("source"));
    }

    @Test
    void an_outlet_with_two_independent_sources_has_two_origins() {
        AttributionGraph graph = graph(chain("first", "paper"), chain("second", "agency", "paper"));

        assertThat(graph.origins("paper")).containsExactlyInAnyOrder(Set.of("first"), Set.of("second"));
    }

    @Test
    void agents_that_have_it_from_each_other_only_count_once() {
        AttributionGraph graph = graph(chain("a", "b"), chain("b", "c"), chain("c", "a"));

        for (String agent : List.of("a", "b", "c")) {
            assertThat(graph.origins(agent)).containsExactly(Set.of("a", "b", "c"));
        }
    }

    @Test
    void who_has_it_from_a_circle_has_the_circle_for_an_origin() {
        AttributionGraph graph = graph(chain("a", "b"), chain("b", "a"), chain("b", "paper"));

        assertThat(graph.origins("paper")).containsExactly(Set.of("a", "b"));
    }

    @Test
    void a_circle_that_has_it_from_outside_is_no_origin() {
        AttributionGraph graph = graph(chain("a", "b"), chain("b", "a"), chain("source", "a"));

        assertThat(graph.origins("a")).containsExactly(Set.of("source"));
        assertThat(graph.origins("b")).containsExactly(Set.of("source"));
    }

    @Test
    void an_agent_of_no_chain_is_its_own_origin() {
        assertThat(graph().origins("stranger")).containsExactly(Set.of("stranger"));
    }

    @Test
    void a_long_way_is_followed_to_its_end() {
        String[] all = IntStream.range(0, 20).mapToObj(i -> "agent" + i).toArray(String[]::new);

        assertThat(graph(chain(all)).origins("agent19")).containsExactly(Set.of("agent0"));
    }

    private static AttributionGraph graph(Appearance... appearances) {
        return new AttributionGraph(List.of(appearances));
    }

    private static Appearance chain(String... agents) {
        List<Attribution> links = Arrays.stream(agents)
                .map(agent -> new Attribution(agent, AttributionMode.REPORTED, null))
                .toList();
        return new Appearance("source", null, null, null, links);
    }
}

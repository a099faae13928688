package org.claimtrail.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.support.Json.hasJson;
import static org.claimtrail.support.Ledger.agent;
import static org.claimtrail.support.Ledger.chain;
import static org.claimtrail.support.Ledger.claim;
import static org.claimtrail.support.Ledger.content;
import static org.claimtrail.support.Ledger.contributor;
import static org.claimtrail.support.Ledger.created;
import static org.claimtrail.support.Ledger.edit;
import static org.claimtrail.support.Ledger.reader;
import static org.claimtrail.support.Ledger.source;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimtrail.shared.json.StoredJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Through whom a claim got to its readers. */
@QuarkusTest
class ProvenanceTest {

    /** PROV-O's terms (W3C Recommendation, 30 April 2013) that a document of ours may use. */
    private static final Set<String> TERMS = Set.of(
            "prov:Entity",
            "prov:Agent",
            "prov:Person",
            "prov:Organization",
            "prov:SoftwareAgent",
            "prov:wasAttributedTo",
            "prov:wasDerivedFrom",
            "prov:wasQuotedFrom",
            "prov:hadPrimarySource");

    @Test
    void outlets_that_lead_back_to_one_origin_count_once() {
        String speaker = agent("A speaker");
        String agency = agent("An agency");
        String claim = claim(
                "appearances",
                List.of(
                        appearance(speaker, "said", agency, "reported"),
                        appearance(agency, "reported", agent("A paper"), "quoted"),
                        appearance(speaker, "said", agent("A broadcaster"), "paraphrased")));

        provenance(claim)
                .then()
                .body(hasJson("outlets", equalTo(3)))
                .body(hasJson("independentOrigins", equalTo(1)))
                .body(hasJson("summary", equalTo("3 outlets, 1 independent origin")))
                .body(hasJson("origins", hasSize(1)))
                .body(hasJson("origins[0].agents.id", equalTo(List.of(speaker))))
                .body(hasJson("origins[0].outlets.name", containsInAnyOrder("An agency", "A paper", "A broadcaster")))
                .body(hasJson("origins[0].appearances", equalTo(List.of(0, 1, 2))))
                .body(hasJson("appearances[1].chain.mode", equalTo(List.of("reported", "quoted"))));
    }

    @Test
    void outlets_that_only_have_it_from_each_other_are_one_origin() {
        String one = agent("One paper");
        String other = agent("Another paper");
        String claim = claim(
                "appearances",
                List.of(appearance(one, "reported", other, "quoted"), appearance(other, "reported", one, "quoted")));

        provenance(claim)
                .then()
                .body(hasJson("outlets", equalTo(2)))
                .body(hasJson("independentOrigins", equalTo(1)))
                .body(hasJson("origins[0].agents.id", containsInAnyOrder(one, other)));
    }

    @Test
    void an_outlet_with_two_origins_has_each_in_the_appearances_that_name_it() {
        String one = agent("One speaker");
        String other = agent("Another speaker");
        String paper = agent("A paper");
        String claim = claim(
                "appearances",
                List.of(
                        appearance(one, "said", paper, "reported"),
                        appearance(other, "said", paper, "reported"),
                        appearance(paper, "reported", agent("A broadcaster"), "quoted")));

        provenance(claim)
                .then()
                .body(hasJson("summary", equalTo("2 outlets, 2 independent origins")))
                .body(hasJson("origins[0].agents.id", equalTo(List.of(one))))
                .body(hasJson("origins[0].appearances", equalTo(List.of(0, 2))))
                .body(hasJson("origins[1].agents.id", equalTo(List.of(other))))
                .body(hasJson("origins[1].appearances", equalTo(List.of(1, 2))));
    }

    @Test
    void who_denies_it_is_no_origin() {
        String speaker = agent("A speaker");
        String minister = agent("A minister");
        String paper = agent("A paper");
        String claim = claim(
                "appearances",
                List.of(
                        appearance(speaker, "said", paper, "reported"),
                        appearance(minister, "denied", paper, "reported"),
                        appearance(speaker, "denied", agent("A broadcaster"), "reported")));

        provenance(claim)
                .then()
                .body(hasJson("summary", equalTo("1 outlet, 1 independent origin")))
                .body(hasJson("origins[0].agents.id", equalTo(List.of(speaker))))
                .body(hasJson("origins[0].outlets.id", equalTo(List.of(paper))))
                .body(hasJson("origins[0].appearances", equalTo(List.of(0))))
                .body(hasJson("appearances", hasSize(3)));
        assertThat(primarySources(claim)).singleElement().asString().endsWith("#appearance-0-link-0");
    }

    @Test
    void an_unnamed_source_is_marked() {
        String unnamed = created(
                contributor(),
                "/v1/agents",
                content("type", "Person", "name", "A government source", "anonymous", true));
        String claim =
                claim("appearances", List.of(appearance(unnamed, "anonymous_source", agent("A paper"), "reported")));

        provenance(claim)
                .then()
                .body(hasJson("origins[0].agents[0].anonymous", equalTo(true)))
                .body(hasJson("appearances[0].chain[0].agent.anonymous", equalTo(true)))
                .body(hasJson("appearances[0].chain[1].agent.anonymous", nullValue()));
    }

    @Test
    void a_claim_that_appeared_nowhere_has_no_origin() {
        provenance(claim())
                .then()
                .body(hasJson("summary", equalTo("0 outlets, 0 independent origins")))
                .body(hasJson("appearances", hasSize(0)));
    }

    @Test
    void the_past_is_told_with_the_names_of_then() {
        String speaker = agent("First name");
        String claim = claim("claimant", speaker, "appearances", List.of(appearance(speaker, "said")));
        String then = java.time.Instant.now().toString();
        byte[] before = provenance(claim).asByteArray();

        edit("/v1/agents/" + speaker, "name", "Second name").then().statusCode(200);
        edit("/v1/claims/" + claim, "appearances", List.of()).then().statusCode(200);

        Response past = reader().queryParam("knownAt", then).get("/v1/claims/" + claim + "/provenance");
        assertThat(past.asByteArray()).isEqualTo(before);
        provenance(claim)
                .then()
                .body(hasJson("version", equalTo(2)))
                .body(hasJson("claimant.name", equalTo("Second name")));
    }

    @Test
    void the_linked_data_is_one_graph_in_terms_of_prov() {
        String speaker = agent("A speaker");
        String agency = agent("An agency");
        String claim = claim(
                "claimant",
                speaker,
                "appearances",
                List.of(
                        appearance(speaker, "said", agency, "reported", agent("A paper"), "quoted"),
                        appearance(speaker, "said", agent("A broadcaster"), "paraphrased")));

        Response answer = reader().accept("application/ld+json").get("/v1/claims/" + claim + "/provenance");

        answer.then().statusCode(200).contentType("application/ld+json");
        JsonNode document = StoredJson.read(answer.asByteArray());
        assertThat(document.at("/@context/prov").textValue()).isEqualTo("http://www.w3.org/ns/prov#");
        document.get("@graph").forEach(node -> {
            assertThat(node.get("@id").textValue()).startsWith("http");
            node.fieldNames().forEachRemaining(ProvenanceTest::isTerm);
            node.path("@type").forEach(type -> isTerm(type.textValue()));
            if (node.path("@type").isTextual()) {
                isTerm(node.path("@type").textValue());
            }
        });
        assertThat(reachable(document.get("@graph"))).isEqualTo(named(document.get("@graph")));
    }

    @Test
    void only_what_an_origin_said_is_a_primary_source() {
        String speaker = agent("A speaker");
        String agency = agent("An agency");
        String claim = claim(
                "appearances",
                List.of(
                        appearance(speaker, "said", agency, "reported"),
                        appearance(agency, "reported", agent("A paper"), "quoted")));

        assertThat(primarySources(claim)).singleElement().asString().endsWith("#appearance-0-link-0");
    }

    private static List<String> primarySources(String claim) {
        JsonNode document = StoredJson.read(reader().accept("application/ld+json")
                .get("/v1/claims/" + claim + "/provenance")
                .asByteArray());
        return document.at("/@graph/0/prov:hadPrimarySource").findValuesAsText("@id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/json, application/ld+json;q=0.5"})
    void plain_json_is_what_is_served_unless_linked_data_is_asked_for(String accept) {
        reader().header("Accept", accept)
                .get("/v1/claims/" + claim() + "/provenance")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    private static void isTerm(String term) {
        if (term.startsWith("prov:")) {
            assertThat(TERMS).contains(term);
        } else {
            assertThat(term).matches("@id|@type|label|schema:[A-Za-z]+");
        }
    }

    /** All nodes that hang together with the first one, whichever way the edges point. */
    private static Set<String> reachable(JsonNode graph) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(graph.get(0).get("@id").textValue()));
        while (!open.isEmpty()) {
            String at = open.pop();
            if (seen.add(at)) {
                graph.forEach(node -> {
                    List<String> ends = node.findValuesAsText("@id");
                    if (ends.contains(at)) {
                        open.addAll(ends);
                    }
                });
            }
        }
        return seen;
    }

    private static Set<String> named(JsonNode graph) {
        Set<String> named = new HashSet<>();
        graph.forEach(node -> named.add(node.get("@id").textValue()));
        return named;
    }

    private static Map<String, Object> appearance(String... agentsAndModes) {
        return content("source", source("A source"), "attribution", chain(agentsAndModes));
    }

    private static Response provenance(String claim) {
        Response answer = reader().get("/v1/claims/" + claim + "/provenance");
        answer.then().statusCode(200);
        return answer;
    }
}

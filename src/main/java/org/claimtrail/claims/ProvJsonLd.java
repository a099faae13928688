package org.claimtrail.claims;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimtrail.history.RecordPaths;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.StoredJson;

/**
 * The attribution graph in W3C PROV-O terms, as JSON-LD 1.1 with its context inside. Every utterance on the way is an
 * entity, attributed to its agent and derived from the one before; a source is derived from its last utterance.
 */
final class ProvJsonLd {

    private final ArrayNode graph = StoredJson.array();
    private final Set<String> described = new HashSet<>();
    private final String base;

    private ProvJsonLd(String base) {
        this.base = base;
    }

    /** @param base the service's address, without a slash at the end */
    static ObjectNode of(Provenance provenance, String base) {
        ProvJsonLd document = new ProvJsonLd(base);
        document.claim(provenance);
        provenance.appearances().forEach(path -> document.appearance(provenance.claim(), path));
        ObjectNode root = StoredJson.object();
        ObjectNode context = root.putObject("@context");
        context.put("prov", "http://www.w3.org/ns/prov#");
        context.put("schema", "https://schema.org/");
        context.put("label", "http://www.w3.org/2000/01/rdf-schema#label");
        root.set("@graph", document.graph);
        return root;
    }

    private void claim(Provenance provenance) {
        ObjectNode claim = entity(iri(provenance.claim()));
        reference(claim, "prov:wasAttributedTo", agent(provenance.claimant()));
        ArrayNode primary = claim.putArray("prov:hadPrimarySource");
        Set<Provenance.Party> origins = provenance.origins().stream()
                .flatMap(origin -> origin.agents().stream())
                .collect(Collectors.toSet());
        provenance.appearances().stream()
                .filter(path -> path.chain().get(0).mode() != AttributionMode.DENIED)
                .filter(path -> origins.contains(path.chain().get(0).agent()))
                .forEach(path -> primary.addObject().put("@id", utterance(provenance.claim(), path.appearance(), 0)));
    }

    private void appearance(String claim, Provenance.Path path) {
        List<Provenance.Link> chain = path.chain();
        for (int i = 0; i < chain.size(); i++) {
            Provenance.Link link = chain.get(i);
            ObjectNode said = entity(utterance(claim, path.appearance(), i));
            said.put("label", link.agent().name() + " " + mode(link.mode()));
            reference(said, "prov:wasAttributedTo", agent(link.agent()));
            if (i > 0) {
                String how = link.mode() == AttributionMode.QUOTED ? "prov:wasQuotedFrom" : "prov:wasDerivedFrom";
                reference(said, how, utterance(claim, path.appearance(), i - 1));
            }
        }
        String source = iri(path.source().id());
        ObjectNode derived = described.add(source)
                ? entity(source).put("schema:name", path.source().title())
                : node(source);
        reference(derived, "prov:wasDerivedFrom", utterance(claim, path.appearance(), chain.size() - 1));
    }

    private String agent(Provenance.Party party) {
        String iri = iri(party.id());
        if (described.add(iri)) {
            node(iri).put("@type", "prov:Agent").put("schema:name", party.name());
        }
        return iri;
    }

    private ObjectNode entity(String iri) {
        return node(iri).put("@type", "prov:Entity");
    }

    private ObjectNode node(String iri) {
        return graph.addObject().put("@id", iri);
    }

    private static void reference(ObjectNode node, String property, String iri) {
        node.putObject(property).put("@id", iri);
    }

    private String utterance(String claim, int appearance, int link) {
        return iri(claim) + "/provenance#appearance-" + appearance + "-link-" + link;
    }

    private String iri(String id) {
        return base + RecordPaths.of(TypeId.parse(id));
    }

    private static String mode(AttributionMode mode) {
        return mode.name().toLowerCase(java.util.Locale.ROOT);
    }
}

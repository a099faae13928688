package org.claimtrail.claims;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.claimtrail.claims.Provenance.Link;
import org.claimtrail.claims.Provenance.Origin;
import org.claimtrail.claims.Provenance.Party;
import org.claimtrail.claims.Provenance.Path;
import org.claimtrail.claims.Provenance.SourceTitle;
import org.claimtrail.history.RecordReader;
import org.claimtrail.history.Version;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.sources.Agents;
import org.claimtrail.sources.Sources;
import org.jspecify.annotations.Nullable;

/** Reads the attribution graph of a claim. */
@ApplicationScoped
class ProvenanceReader {

    private final RecordReader reader;
    private final Agents agents;
    private final Sources sources;

    ProvenanceReader(RecordReader reader, Agents agents, Sources sources) {
        this.reader = reader;
        this.agents = agents;
        this.sources = sources;
    }

    /** Of what stands now, or stood at an instant. */
    Provenance of(TypeId id, @Nullable Instant knownAt) {
        Version version = reader.read(id, knownAt);
        NewClaim claim = ClaimContent.of(version).claim();
        Map<String, Party> parties = parties(claim, knownAt);
        List<Origin> origins = origins(claim.appearances(), parties);
        int outlets = outlets(origins);
        return new Provenance(
                id.toString(),
                version.n(),
                party(claim.claimant(), parties),
                outlets,
                origins.size(),
                summary(outlets, origins.size()),
                origins,
                paths(claim.appearances(), parties, knownAt));
    }

    private static List<Origin> origins(List<Appearance> appearances, Map<String, Party> parties) {
        AttributionGraph graph = new AttributionGraph(
                appearances.stream().filter(appearance -> !appearance.denies()).toList());
        Map<Set<String>, Set<String>> outlets = new LinkedHashMap<>();
        Map<Set<String>, Set<Integer>> indexes = new LinkedHashMap<>();
        for (int i = 0; i < appearances.size(); i++) {
            Appearance appearance = appearances.get(i);
            if (appearance.denies()) {
                continue; // nobody has the claim from there
            }
            String outlet = outlet(appearance);
            for (Set<String> origin :
                    graph.origins(appearance.attribution().get(0).agent())) {
                outlets.computeIfAbsent(origin, key -> new LinkedHashSet<>()).add(outlet);
                indexes.computeIfAbsent(origin, key -> new TreeSet<>()).add(i);
            }
        }
        List<Origin> origins = new ArrayList<>();
        outlets.forEach((origin, reached) -> origins.add(new Origin(
                origin.stream().map(agent -> party(agent, parties)).toList(),
                reached.stream().map(agent -> party(agent, parties)).toList(),
                List.copyOf(indexes.getOrDefault(origin, Set.of())))));
        return origins;
    }

    private List<Path> paths(List<Appearance> appearances, Map<String, Party> parties, @Nullable Instant knownAt) {
        Map<String, byte[]> found =
                sources.contents(appearances.stream().map(Appearance::source).toList(), knownAt);
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < appearances.size(); i++) {
            Appearance appearance = appearances.get(i);
            List<Link> chain = appearance.attribution().stream()
                    .map(link -> new Link(party(link.agent(), parties), link.mode(), link.note()))
                    .toList();
            paths.add(new Path(i, title(appearance.source(), found), chain));
        }
        return paths;
    }

    private Map<String, Party> parties(NewClaim claim, @Nullable Instant knownAt) {
        Set<String> ids = new LinkedHashSet<>(Set.of(claim.claimant()));
        claim.appearances().forEach(appearance -> appearance.attribution().forEach(link -> ids.add(link.agent())));
        Map<String, Party> parties = new LinkedHashMap<>();
        agents.contents(ids, knownAt).forEach((id, bytes) -> {
            JsonNode agent = StoredJson.read(bytes);
            Boolean anonymous = agent.path("anonymous").asBoolean() ? Boolean.TRUE : null;
            parties.put(id, new Party(id, agent.path("name").asText(), anonymous));
        });
        return parties;
    }

    private static SourceTitle title(String id, Map<String, byte[]> found) {
        byte[] bytes = found.get(id);
        if (bytes == null) {
            return new SourceTitle(id, id, null);
        }
        JsonNode source = StoredJson.read(bytes);
        return new SourceTitle(
                id, source.path("title").asText(), source.path("url").textValue());
    }

    private static Party party(String id, Map<String, Party> parties) {
        return parties.getOrDefault(id, new Party(id, id, null));
    }

    /** Each outlet has it from some origin. */
    private static int outlets(List<Origin> origins) {
        return (int) origins.stream()
                .flatMap(origin -> origin.outlets().stream())
                .distinct()
                .count();
    }

    private static String outlet(Appearance appearance) {
        return appearance.attribution().get(appearance.attribution().size() - 1).agent();
    }

    private static String summary(int outlets, int origins) {
        return counted(outlets, "outlet") + ", " + counted(origins, "independent origin");
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}

package org.claimtrail.assessments;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimtrail.assessments.Dossier.DossierAssessment;
import org.claimtrail.assessments.Dossier.DossierRelation;
import org.claimtrail.claims.ClaimLists;
import org.claimtrail.claims.ClaimSummary;
import org.claimtrail.claims.Holding;
import org.claimtrail.claims.Relations;
import org.claimtrail.history.RecordReader;
import org.claimtrail.history.SnapshotId;
import org.claimtrail.history.Version;
import org.claimtrail.history.VersionReads;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.RawJson;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.shared.time.SystemTime;
import org.claimtrail.shared.who.Viewer;
import org.claimtrail.sources.Agents;
import org.claimtrail.sources.Sources;
import org.jspecify.annotations.Nullable;

/** Composes dossiers out of what is published: the same for every reader. */
@ApplicationScoped
class DossierReader {

    private final RecordReader reader;
    private final VersionReads reads;
    private final AssessmentVersions versions;
    private final AssessmentReader held;
    private final AssessmentLists lists;
    private final Corrections corrections;
    private final Relations relations;
    private final ClaimLists claims;
    private final Agents agents;
    private final Sources sources;
    private final PublicDossiers open;
    private final Viewer viewer;

    DossierReader(
            RecordReader reader,
            VersionReads reads,
            AssessmentVersions versions,
            AssessmentReader held,
            AssessmentLists lists,
            Corrections corrections,
            Relations relations,
            ClaimLists claims,
            Agents agents,
            Sources sources,
            PublicDossiers open,
            Viewer viewer) {
        this.reader = reader;
        this.reads = reads;
        this.versions = versions;
        this.held = held;
        this.lists = lists;
        this.corrections = corrections;
        this.relations = relations;
        this.claims = claims;
        this.agents = agents;
        this.sources = sources;
        this.open = open;
        this.viewer = viewer;
    }

    /** The dossier as it stands, as it was known at an instant, with the verdicts that hold on a day of the world. */
    Dossier of(TypeId id, @Nullable Instant knownAt, @Nullable LocalDate asOf) {
        Version version = reader.read(id, knownAt);
        if (knownAt == null && asOf == null && viewer.isAnonymous()) {
            return open.of(
                    version,
                    (claim, found) -> relations(claim, found, null),
                    claim -> claims.mergedInto(claim, null, null));
        }
        JsonNode claim = StoredJson.read(version.content());
        String claimant = claim.path("claimant").asText();
        byte[] who = agents.contents(Set.of(claimant), knownAt).get(claimant);
        return new Dossier(
                RawJson.of(version.content()),
                who == null ? null : RawJson.of(who),
                sources(claim, knownAt),
                assessments(id, knownAt, asOf),
                corrections.of(id, claim.path("text").asText(), knownAt),
                relations(id, relations.of(id, knownAt), knownAt),
                claims.mergedInto(id, knownAt, asOf == null ? null : new Holding(asOf, knownAt)));
    }

    /** The ids of the sources in which a claim appeared, in their order there. */
    static Set<String> sources(JsonNode claim) {
        Set<String> ids = new LinkedHashSet<>();
        claim.path("appearances")
                .forEach(appearance -> ids.add(appearance.path("source").asText()));
        return ids;
    }

    private List<RawJson> sources(JsonNode claim, @Nullable Instant knownAt) {
        Set<String> ids = sources(claim);
        Map<String, byte[]> found = sources.contents(ids, knownAt);
        return ids.stream()
                .filter(found::containsKey)
                .map(found::get)
                .map(RawJson::of)
                .toList();
    }

    private List<DossierAssessment> assessments(TypeId claim, @Nullable Instant knownAt, @Nullable LocalDate asOf) {
        List<AssessmentVersion> rows = asOf == null ? versions.standing(claim, knownAt) : holding(claim, knownAt, asOf);
        List<AssessmentSummary> summaries = lists.summaries(rows, knownAt);
        Map<SnapshotId, Version> found =
                reads.versions(rows.stream().map(AssessmentVersion::key).toList());
        List<DossierAssessment> assessments = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            AssessmentVersion row = rows.get(i);
            AssessmentSummary summary = summaries.get(i);
            Optional.ofNullable(found.get(row.key()))
                    .ifPresent(version -> assessments.add(
                            assessment(row, summary, Objects.requireNonNull(version.knownFrom()), version.content())));
        }
        return assessments;
    }

    static DossierAssessment assessment(
            AssessmentVersion row, AssessmentSummary summary, Instant publishedAt, byte[] content) {
        return new DossierAssessment(
                summary.assessor(),
                summary.rating(),
                row.shown(),
                summary.approver(),
                SystemTime.text(publishedAt),
                summary.url(),
                RawJson.of(content));
    }

    private List<AssessmentVersion> holding(TypeId claim, @Nullable Instant knownAt, LocalDate asOf) {
        Set<TypeId> ids = versions.standing(claim, knownAt).stream()
                .map(AssessmentVersion::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return ids.stream()
                .map(id -> held.held(id, asOf, knownAt))
                .flatMap(Optional::stream)
                .flatMap(version -> versions.find(version.id(), version.n()).stream())
                .toList();
    }

    private List<DossierRelation> relations(TypeId claim, List<byte[]> found, @Nullable Instant knownAt) {
        List<String> others = found.stream().map(bytes -> other(bytes, claim)).toList();
        Map<String, ClaimSummary> summaries = claims.summaries(Set.copyOf(others), knownAt).stream()
                .collect(Collectors.toMap(ClaimSummary::id, summary -> summary));
        List<DossierRelation> composed = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            composed.add(new DossierRelation(RawJson.of(found.get(i)), summaries.get(others.get(i))));
        }
        return composed;
    }

    private static String other(byte[] relation, TypeId claim) {
        JsonNode content = StoredJson.read(relation);
        String from = content.path("from").asText();
        return from.equals(claim.toString()) ? content.path("to").asText() : from;
    }
}

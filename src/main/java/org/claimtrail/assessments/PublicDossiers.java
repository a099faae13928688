package org.claimtrail.assessments;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.claimtrail.assessments.Dossier.DossierAssessment;
import org.claimtrail.assessments.PublicVerdicts.Found;
import org.claimtrail.assessments.PublicVerdicts.Verdict;
import org.claimtrail.claims.ClaimSummary;
import org.claimtrail.history.Version;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.RawJson;
import org.claimtrail.shared.json.StoredJson;

/** The dossier that nearly everyone asks for, what the public reads now: as {@link DossierReader} composes it, without its queries. */
@Singleton
class PublicDossiers {

    private static final Comparator<Verdict> LATEST_FIRST = Comparator.comparing(
                    (Verdict verdict) -> Objects.requireNonNull(verdict.row().knownFrom))
            .reversed();

    private final PublicVerdicts verdicts;

    PublicDossiers(PublicVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    /**
     * @param relations composes those that are shown, of their stored bytes
     * @param mergedFrom composes the claims that were merged into this one; asked only when there are such
     */
    Dossier of(Version version, Relating relations, Function<TypeId, List<ClaimSummary>> mergedFrom) {
        JsonNode claim = StoredJson.read(version.content());
        String claimant = claim.path("claimant").asText();
        Set<String> sources = DossierReader.sources(claim);
        Set<String> others = new LinkedHashSet<>(sources);
        others.add(claimant);
        Found found = verdicts.of(version.id(), others);
        byte[] who = found.contents().get(claimant);
        Map<String, String> texts =
                Map.of(version.id().toString(), claim.path("text").asText());
        return new Dossier(
                RawJson.of(version.content()),
                who == null ? null : RawJson.of(who),
                sources.stream()
                        .map(found.contents()::get)
                        .flatMap(Stream::ofNullable)
                        .map(RawJson::of)
                        .toList(),
                found.verdicts().stream()
                        .filter(Verdict::stands)
                        .map(PublicDossiers::assessment)
                        .toList(),
                found.verdicts().stream()
                        .filter(Verdict::isCorrection)
                        .sorted(LATEST_FIRST)
                        .map(verdict -> Corrections.entry(verdict.summary(), verdict.row(), verdict.content(), texts))
                        .toList(),
                relations.compose(version.id(), found.relations()),
                found.isMergeTarget() ? mergedFrom.apply(version.id()) : List.of());
    }

    private static DossierAssessment assessment(Verdict verdict) {
        return DossierReader.assessment(
                verdict.row(), verdict.summary(), Objects.requireNonNull(verdict.row().knownFrom), verdict.content());
    }

    /** Puts the claims at their other ends beside relations. */
    interface Relating {
        List<Dossier.DossierRelation> compose(TypeId claim, List<byte[]> relations);
    }
}

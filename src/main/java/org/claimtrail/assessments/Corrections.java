package org.claimtrail.assessments;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.claimtrail.claims.ClaimLists;
import org.claimtrail.claims.ClaimSummary;
import org.claimtrail.history.ListQuery;
import org.claimtrail.history.Listing;
import org.claimtrail.history.Merged;
import org.claimtrail.history.RecordPaths;
import org.claimtrail.history.SnapshotId;
import org.claimtrail.history.Sort;
import org.claimtrail.history.Version;
import org.claimtrail.history.VersionReads;
import org.claimtrail.history.Visibility;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** The public corrections log: every published correction, void and retraction, with its notice. */
@ApplicationScoped
class Corrections {

    private final AssessmentVersions versions;
    private final AssessmentLists lists;
    private final ClaimLists claims;
    private final VersionReads reads;
    private final Visibility visibility;

    Corrections(
            AssessmentVersions versions,
            AssessmentLists lists,
            ClaimLists claims,
            VersionReads reads,
            Visibility visibility) {
        this.versions = versions;
        this.lists = lists;
        this.claims = claims;
        this.reads = reads;
        this.visibility = visibility;
    }

    Slice<CorrectionEntry> list(ListQuery query, Optional<TypeId> claim, Optional<String> assessor) {
        Sort sort = Sort.byRecordedAt("AssessmentVersion", query.sort());
        List<AssessmentVersion> rows = claim.isPresent()
                ? versions.list(listing(sort, query, assessor)
                        .fixed("claimId", "claim", claim.get().toString())
                        .where("e.changeType in :types", "types", ChangeType.corrections()))
                : ofAll(sort, query, assessor);
        return Listing.bare(query.page(), sort)
                .slice(
                        rows,
                        shown -> entries(shown, texts(shown, query.knownAt()), query.knownAt()),
                        row -> String.valueOf(row.knownFrom),
                        row -> row.id);
    }

    /** Each kind by itself comes sorted from its index; of all together the database would sort all there are. */
    private List<AssessmentVersion> ofAll(Sort sort, ListQuery query, Optional<String> assessor) {
        Comparator<AssessmentVersion> order = Comparator.comparing(
                        (AssessmentVersion row) -> Objects.requireNonNull(row.knownFrom))
                .thenComparing(row -> row.id);
        Merged<AssessmentVersion> page = new Merged<>(
                sort.descending() ? order.reversed() : order,
                AssessmentVersion::key,
                query.page().limit() + 1);
        return page.of(ChangeType.corrections().stream()
                .map(type -> (Supplier<List<AssessmentVersion>>)
                        () -> versions.list(listing(sort, query, assessor).fixed("changeType", "type", type)))
                .toList());
    }

    private Listing listing(Sort sort, ListQuery query, Optional<String> assessor) {
        return Listing.bare(query.page(), sort)
                .narrowed(" and e.knownFrom is not null")
                .where("e.assessor = :assessor", "assessor", assessor)
                .where("e.knownFrom >= :since", "since", query.updatedSince())
                .where("e.knownFrom <= :knownAt", "knownAt", Optional.ofNullable(query.knownAt()))
                .narrowed(visibility.and("e.claimId"));
    }

    /** The corrections of one claim known at an instant, null for now; the latest first. */
    List<CorrectionEntry> of(TypeId claim, String claimText, @Nullable Instant knownAt) {
        List<AssessmentVersion> rows =
                versions.corrections(claim, Objects.requireNonNullElse(knownAt, SystemTime.FOREVER));
        return entries(rows, Map.of(claim.toString(), claimText), knownAt);
    }

    private Map<String, String> texts(List<AssessmentVersion> rows, @Nullable Instant knownAt) {
        return claims.summaries(rows.stream().map(row -> row.claimId).collect(Collectors.toSet()), knownAt).stream()
                .collect(Collectors.toMap(ClaimSummary::id, ClaimSummary::text));
    }

    private List<CorrectionEntry> entries(
            List<AssessmentVersion> rows, Map<String, String> texts, @Nullable Instant knownAt) {
        List<AssessmentSummary> summaries = lists.summaries(rows, knownAt);
        Map<SnapshotId, Version> found =
                reads.versions(rows.stream().map(AssessmentVersion::key).toList());
        List<CorrectionEntry> entries = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            AssessmentVersion row = rows.get(i);
            AssessmentSummary summary = summaries.get(i);
            Optional.ofNullable(found.get(row.key()))
                    .ifPresent(version -> entries.add(entry(summary, row, version.content(), texts)));
        }
        return entries;
    }

    static CorrectionEntry entry(
            AssessmentSummary summary, AssessmentVersion row, byte[] bytes, Map<String, String> texts) {
        JsonNode content = StoredJson.read(bytes);
        int previous = content.path("previousVersion").asInt();
        return new CorrectionEntry(
                row.id,
                row.version,
                row.claimId,
                texts.getOrDefault(row.claimId, ""),
                summary.assessor(),
                Objects.requireNonNull(row.changeType),
                content.path("correctionNotice").asText(),
                content.path("changeReason").asText(),
                summary.rating(),
                content.path("previousRating").textValue(),
                SystemTime.text(Objects.requireNonNull(row.knownFrom)),
                summary.url(),
                previous == 0 ? null : RecordPaths.of(row.id(), previous));
    }
}

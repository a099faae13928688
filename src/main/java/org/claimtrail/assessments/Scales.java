package org.claimtrail.assessments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.stream.Collectors;
import org.claimtrail.access.Actor;
import org.claimtrail.history.Entry;
import org.claimtrail.history.ListQuery;
import org.claimtrail.history.Records;
import org.claimtrail.history.Version;
import org.claimtrail.history.VersionReads;
import org.claimtrail.shared.database.Query;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.RawJson;
import org.claimtrail.shared.json.StoredJson;
import org.jspecify.annotations.Nullable;

/** Rating scales. A scale that is edited goes on as it was for every assessment that pinned it before. */
@ApplicationScoped
public class Scales {

    private final ScaleRepository scales;
    private final Records records;
    private final VersionReads reads;

    Scales(ScaleRepository scales, Records records, VersionReads reads) {
        this.scales = scales;
        this.records = records;
        this.reads = reads;
    }

    /** Records a new scale. */
    @Transactional
    public Version create(Actor by, NewScale input) {
        return create(by, TypeId.next(Kind.SCALE), input);
    }

    /** As {@link #create(Actor, NewScale)}, under an id that is given. */
    @Transactional
    public Version create(Actor by, TypeId id, NewScale input) {
        return keep(records.create(by.pseudonym(), id, entry(input), AssessmentEvent.SCALE_CREATED), input);
    }

    /** Records a new version of a scale. */
    @Transactional
    public Version edit(Actor by, TypeId id, @Nullable String ifMatch, NewScale input) {
        return keep(records.edit(by.pseudonym(), id, ifMatch, entry(input), AssessmentEvent.SCALE_EDITED), input);
    }

    /** A page of scales, as their stored bytes. */
    Slice<RawJson> list(ListQuery query, Optional<TypeId> owner) {
        return scales.page(
                query.byRecordedAt("Scale").where("e.owner = :owner", "owner", owner.map(TypeId::toString)), reads);
    }

    /** Asks for the version of a scale that is pinned, null for the one that stands now. */
    Query<Version> version(String scale, @Nullable Integer version) {
        TypeId id = TypeId.parse(scale);
        return version == null ? reads.currentOf(id) : reads.versionOf(id, version);
    }

    /**
     * The rating that an assessment gives, and the version of the scale that this pins.
     *
     * @param version null for the one that stands now
     * @param asked {@link #version}
     * @throws Problem 422 when there is no such scale, version or rating
     */
    Pinned pin(String scale, @Nullable Integer version, String code, Query<Version> asked) {
        TypeId id = TypeId.parse(scale);
        Version found = asked.first()
                .orElseThrow(() -> Problem.of(ProblemType.INVALID, "The scale has no version " + version + ".")
                        .at("/scaleVersion", "unknown_version", "Leave it out to pin the current version."));
        NewScale content = StoredJson.read(found.content(), NewScale.class);
        Rating rating = content.rating(code).orElseThrow(() -> unknown(code, content));
        return new Pinned(id, found.n(), rating);
    }

    private static Problem unknown(String code, NewScale scale) {
        String codes = scale.ratings().stream().map(Rating::code).collect(Collectors.joining(", "));
        return Problem.of(ProblemType.INVALID, "The scale “" + scale.name() + "” has no rating “" + code + "”.")
                .at("/rating", "unknown_rating", "Expected one of: " + codes + ".");
    }

    private Version keep(Version version, NewScale input) {
        scales.replace(new Scale(version, input));
        return version;
    }

    private static Entry entry(NewScale input) {
        return new Entry(StoredJson.tree(input), input.references(), input.changeReason());
    }

    /** A rating of a scale's version. */
    record Pinned(TypeId scale, int version, Rating rating) {}
}

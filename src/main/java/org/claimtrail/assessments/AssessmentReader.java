package org.claimtrail.assessments;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.claimtrail.audit.ConfidentialPart;
import org.claimtrail.history.Answer;
import org.claimtrail.history.History;
import org.claimtrail.history.RecordDesks;
import org.claimtrail.history.RecordPaths;
import org.claimtrail.history.RecordReader;
import org.claimtrail.history.Version;
import org.claimtrail.history.VersionReads;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.shared.time.SystemTime;
import org.claimtrail.shared.who.Rights;
import org.claimtrail.shared.who.Viewer;
import org.jspecify.annotations.Nullable;

/** Assessments for one reader: by system time, by world time, and with the confidential evidence where it may be seen. */
@ApplicationScoped
class AssessmentReader {

    private final RecordReader reader;
    private final VersionReads reads;
    private final AssessmentVersions versions;
    private final Viewer viewer;
    private final RecordDesks desks;
    private final Openings openings;
    private final SecurityIdentity identity;

    AssessmentReader(
            RecordReader reader,
            VersionReads reads,
            AssessmentVersions versions,
            Viewer viewer,
            RecordDesks desks,
            Openings openings,
            SecurityIdentity identity) {
        this.reader = reader;
        this.reads = reads;
        this.versions = versions;
        this.viewer = viewer;
        this.desks = desks;
        this.openings = openings;
        this.identity = identity;
    }

    /** What the reader sees now, what was published by {@code knownAt}, or which of that held on the day {@code asOf}. */
    Version read(TypeId id, @Nullable Instant knownAt, @Nullable LocalDate asOf) {
        if (asOf == null) {
            return reader.read(id, knownAt);
        }
        reader.read(id, knownAt); // 404 like any record that is not there for this reader
        return held(id, asOf, knownAt)
                .orElseThrow(() ->
                        Problem.of(ProblemType.NOT_FOUND, "No published version of " + id + " holds on " + asOf + "."));
    }

    /**
     * The published version, known at an instant (null for now), whose verdict holds on a day: the latest that does. What an
     * update says may hold for other days than what was said before; what a correction, or any other change, was put in the
     * place of holds for no day any more.
     */
    Optional<Version> held(TypeId id, LocalDate day, @Nullable Instant knownAt) {
        Instant known = Objects.requireNonNullElse(knownAt, SystemTime.FOREVER); // all, whatever time this node has
        boolean isReplaced = false;
        for (Version version : reads.publishedBy(id, known)) {
            JsonNode content = StoredJson.read(version.content());
            if (!isReplaced && Validity.of(content).covers(day)) {
                return Optional.of(version);
            }
            String change = content.path("changeType").asText();
            if (ChangeType.endsVerdict(change)) {
                return Optional.empty(); // what was withdrawn does not come back with what took the place of that
            }
            isReplaced = !ChangeType.isUpdate(change);
        }
        return Optional.empty();
    }

    /** How the version looks to this reader; its state is told to who sees drafts of it. */
    Answer represent(Version version) {
        return represent(stored(version));
    }

    /** As {@link #represent(Version)}, after a step: told by the step's event. */
    Answer afterStep(Version version) {
        StoredVersion stored = stored(version);
        return represent(stored).after(stored.state().stepEvent);
    }

    /** As {@link #represent(Version)}, of what is at hand, as it is to who has just written it. */
    Answer represent(StoredVersion stored) {
        Version version = stored.version();
        Rights rights = desks.rights(version.id());
        String tag = Tag.of(version, stored.state().state);
        String path = RecordPaths.of(version.id());
        Map<String, String> state = rights.seesDrafts() ? standing(stored.state()) : Map.of();
        List<ConfidentialPart> open = open(version, stored.sealed(), rights);
        if (open.isEmpty()) {
            return new Answer(version, version.content(), tag, path, version.isPublished(), state);
        }
        String shown = open.size() == stored.sealed().size() ? Tag.full(tag) : Tag.own(tag);
        return new Answer(version, Unsealing.open(version.content(), open), shown, path, false, state);
    }

    /** The tags under which a version is read. */
    List<String> tags(Version version) {
        return Tag.all(version, row(version).state);
    }

    /**
     * What belongs to a version that was read before it; without what is sealed for the public, which opens nothing.
     *
     * @throws Problem 410 when it was erased in between
     */
    private StoredVersion stored(Version version) {
        List<ConfidentialPart> sealed = viewer.isAnonymous() ? List.of() : reads.confidential(version);
        return new StoredVersion(version, row(version), sealed);
    }

    /** By Hibernate, which may have changed it in this transaction. */
    private AssessmentVersion row(Version version) {
        return versions.find(version.id(), version.n()).orElseThrow(() -> {
            reader.read(version.id(), null); // says so
            return History.nothing(version.id());
        });
    }

    private static Map<String, String> standing(AssessmentVersion row) {
        return row.publishAt == null
                ? Map.of(AssessmentResource.STATE, row.state.text())
                : Map.of(
                        AssessmentResource.STATE,
                        row.state.text(),
                        AssessmentResource.PUBLISH_AT,
                        SystemTime.text(row.publishAt));
    }

    /** What the reader sealed; and the rest too, if they may see all and the log has taken note of it. */
    private List<ConfidentialPart> open(Version version, List<ConfidentialPart> sealed, Rights rights) {
        String reader = identity.getPrincipal().getName();
        List<ConfidentialPart> own = sealed.stream()
                .filter(part -> Evidence.isOpenTo(reader, false, part))
                .toList();
        boolean all = own.size() < sealed.size() && rights.seesConfidential() && openings.isNoted(reader, version);
        return all ? sealed : own;
    }
}

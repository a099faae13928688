package org.claimtrail.claims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimtrail.access.Actor;
import org.claimtrail.history.Entry;
import org.claimtrail.history.ListQuery;
import org.claimtrail.history.Listing;
import org.claimtrail.history.Merged;
import org.claimtrail.history.Records;
import org.claimtrail.history.Sort;
import org.claimtrail.history.Version;
import org.claimtrail.history.VersionReads;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.RawJson;
import org.claimtrail.shared.json.StoredJson;
import org.jspecify.annotations.Nullable;

/** Typed relations between claims. */
@ApplicationScoped
public class Relations {

    /** How many relations a dossier shows, confirmed ones before suggested. The list has all. */
    public static final int IN_DOSSIER = 200;

    private static final String CONFIRMED_BY = "confirmedBy";

    private final RelationRepository relations;
    private final Records records;
    private final VersionReads reads;

    Relations(RelationRepository relations, Records records, VersionReads reads) {
        this.relations = relations;
        this.records = records;
        this.reads = reads;
    }

    /** Relates two claims. */
    @Transactional
    public Version create(Actor by, NewRelation input) {
        return create(by, TypeId.next(Kind.RELATION), input);
    }

    /** As {@link #create(Actor, NewRelation)}, under an id that is given. */
    @Transactional
    public Version create(Actor by, TypeId id, NewRelation input) {
        if (input.from().equals(input.to())) {
            throw Problem.of(ProblemType.INVALID, "A claim is not related to itself.")
                    .at("/to", "same_record", "Name another claim.");
        }
        RelationPair taken = relations.taken(input);
        if (taken != null) {
            throw Problem.of(ProblemType.CONFLICT, "The claims are so related already, by " + taken.relationId + ".");
        }
        Version version = records.create(by.pseudonym(), id, entry(by, input), ClaimEvent.RELATION_CREATED);
        relations.take(id, input);
        return keep(version, input);
    }

    /** Records a new version of a relation: of its state, score or note, never of what it relates. */
    @Transactional
    public Version edit(Actor by, TypeId id, @Nullable String ifMatch, NewRelation input) {
        Entry entry = entry(by, input);
        Version version = records.edit(by.pseudonym(), id, ifMatch, entry, ClaimEvent.RELATION_EDITED, head -> {
            requireSame(StoredJson.read(head.content(), NewRelation.class), input);
            keepConfirmation(StoredJson.read(head.content()), entry.content());
        });
        return keep(version, input);
    }

    /** A page of relations, as their stored bytes. */
    Slice<RawJson> list(ListQuery query, RelationFilter filter) {
        Optional<String> claim = filter.claim().map(TypeId::toString);
        return claim.isEmpty()
                ? relations.page(listing(query, filter), reads)
                : relations.page(ofClaim(claim.get(), query, filter), listing(query, filter), reads);
    }

    /** From it and to it, which are never the same. */
    private List<Relation> ofClaim(String claim, ListQuery query, RelationFilter filter) {
        Comparator<Relation> order = Comparator.comparing(Relation::knownFrom).thenComparing(Relation::id);
        boolean latestFirst = Sort.byRecordedAt("Relation", query.sort()).descending();
        return new Merged<>(
                        latestFirst ? order.reversed() : order,
                        Relation::eventId,
                        query.page().limit() + 1)
                .of(List.of(
                        () -> relations.list(listing(query, filter).fixed("from", "claim", claim)),
                        () -> relations.list(listing(query, filter).fixed("to", "claim", claim))));
    }

    private static Listing listing(ListQuery query, RelationFilter filter) {
        return query.byRecordedAt("Relation")
                .where("e.type = :type", "type", filter.type())
                .where("e.state = :state", "state", filter.state());
    }

    /** Relations from and to a claim that are not rejected, as their stored bytes; at an instant, null for now. */
    public List<byte[]> of(TypeId claim, @Nullable Instant knownAt) {
        List<String> events =
                relations.of(claim, knownAt).stream().map(Relation::eventId).toList();
        Map<String, byte[]> found = reads.contents(events);
        return events.stream().map(found::get).flatMap(Stream::ofNullable).toList();
    }

    private static void requireSame(NewRelation before, NewRelation after) {
        if (!before.from().equals(after.from()) || !before.to().equals(after.to()) || before.type() != after.type()) {
            throw Problem.of(
                            ProblemType.INVALID,
                            "What a relation relates does not change. Reject this one and record another.")
                    .at("/" + changed(before, after), "fixed", "from, type and to stay as they are.");
        }
    }

    private static String changed(NewRelation before, NewRelation after) {
        if (!before.from().equals(after.from())) {
            return "from";
        }
        return before.type() == after.type() ? "to" : "type";
    }

    private Version keep(Version version, NewRelation input) {
        relations.replace(new Relation(version, input));
        return version;
    }

    /** Who confirmed a relation stays its confirmer when it is edited and stays confirmed. */
    private static void keepConfirmation(JsonNode before, ObjectNode after) {
        if (before.has(CONFIRMED_BY) && after.has(CONFIRMED_BY)) {
            after.set(CONFIRMED_BY, before.get(CONFIRMED_BY));
        }
    }

    private static Entry entry(Actor by, NewRelation input) {
        ObjectNode content = StoredJson.tree(input);
        if (input.state() == RelationState.CONFIRMED) {
            content.put(CONFIRMED_BY, by.byline());
        }
        return new Entry(content, input.references(), input.changeReason());
    }
}

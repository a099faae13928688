package org.claimtrail.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.audit.log.Published;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.time.SystemTime;
import org.claimtrail.shared.who.Viewer;

/** The human side of the log: events by filter, oldest first, as far as the viewer may see them. */
@ApplicationScoped
public class AuditEvents {

    /**
     * Ids tell their time, and there is an index on them: events between two instants are found without reading all
     * others. An id is of a later time than its event where the clock was set back behind an earlier event of its subject:
     * so far, it is found.
     */
    private static final Duration LEAD = Duration.ofDays(1);

    private final EntityManager entities;
    private final Viewer viewer;
    private final Instance<ActorNames> names;
    private final Instance<SubjectAccess> access;
    private final Published published;
    private final AccessNotes notes;

    AuditEvents(
            EntityManager entities,
            Viewer viewer,
            Instance<ActorNames> names,
            Instance<SubjectAccess> access,
            Published published,
            AccessNotes notes) {
        this.entities = entities;
        this.viewer = viewer;
        this.names = names;
        this.access = access;
        this.published = published;
        this.notes = notes;
    }

    /** A page of events; {@code next} is the id of its last event. */
    public Slice<EventView> list(EventFilter filter, int limit) {
        Slice<AuditEvent> page = Slice.cut(found(filter, limit + 1), limit, event -> event.id);
        Map<String, String> known = viewer.seesDrafts() ? namesOf(page.items()) : Map.of();
        Map<String, Long> places =
                published.indexesOf(page.items().stream().map(event -> event.id).toList());
        return page.map(event -> view(event, known, places));
    }

    /** Takes note of a copy, if it may hold what not everyone may see. */
    void noteExport(String format) {
        viewer.pseudonym().filter(any -> viewer.seesDrafts()).ifPresent(actor -> notes.exported(actor, format));
    }

    /**
     * Events of a type are found for each audience by itself, so that what is for others is not even walked over: it would
     * take time by which a reader knows how much of it there is.
     */
    private List<AuditEvent> found(EventFilter filter, int most) {
        List<Audience> audiences = audiences();
        return isOfTypeAlone(filter)
                ? audiences.stream()
                        .flatMap(one -> found(filter, List.of(one), most).stream())
                        .sorted(Comparator.comparing(event -> event.id))
                        .limit(most)
                        .toList()
                : found(filter, audiences, most);
    }

    private List<AuditEvent> found(EventFilter filter, List<Audience> audiences, int most) {
        return query(filter, audiences).setMaxResults(most).getResultList();
    }

    private static boolean isOfTypeAlone(EventFilter filter) {
        return filter.type().isPresent()
                && filter.subject().isEmpty()
                && filter.actor().isEmpty();
    }

    private TypedQuery<AuditEvent> query(EventFilter filter, List<Audience> audiences) {
        List<String> where = new ArrayList<>(List.of(shown(audiences)));
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("audiences", audiences.size() == 1 ? audiences.get(0) : audiences);
        filter.subject().ifPresent(subject -> add(where, parameters, "e.subject = :subject", "subject", subject));
        filter.actor().ifPresent(actor -> add(where, parameters, "e.actor = :actor", "actor", actor));
        filter.type().ifPresent(type -> add(where, parameters, "e.type = :type", "type", type));
        filter.after().ifPresent(after -> add(where, parameters, "e.id > :after", "after", after));
        filter.since().ifPresent(since -> {
            where.add("e.at >= :since");
            parameters.put("since", since);
            add(where, parameters, "e.id >= :from", "from", TypeId.firstAt(Kind.EVENT, since.minus(LEAD)));
        });
        filter.until().ifPresent(until -> {
            where.add("e.at < :until");
            parameters.put("until", until);
            add(where, parameters, "e.id < :to", "to", TypeId.firstAt(Kind.EVENT, until.plus(LEAD)));
        });
        TypedQuery<AuditEvent> query = entities.createQuery(
                "select e from AuditEvent e where " + String.join(" and ", where) + " order by " + leading(filter)
                        + "e.id",
                AuditEvent.class);
        parameters.forEach(query::setParameter);
        return query;
    }

    /** The column that the best index begins with; named, so that every database takes the order from that index. */
    private static String leading(EventFilter filter) {
        if (filter.subject().isPresent()) {
            return "e.subject, ";
        }
        if (filter.actor().isPresent()) {
            return "e.actor, ";
        }
        return filter.type().isPresent() ? "e.type, e.audience, " : "";
    }

    private static void add(
            List<String> where, Map<String, Object> parameters, String clause, String name, Object value) {
        where.add(clause);
        parameters.put(name, value.toString());
    }

    /** Events for staff about a desk's record are for those who see what the desk keeps to itself. */
    private String shown(List<Audience> audiences) {
        String inside = audiences.contains(Audience.STAFF) ? access.get().andInside("e.subject") : "";
        String one = audiences.size() == 1 ? "e.audience = :audiences" : "e.audience in :audiences";
        return inside.isEmpty()
                ? one
                : one + " and (e.audience <> org.claimtrail.audit.Audience.STAFF" + inside.replaceFirst(" and ", " or ")
                        + ")";
    }

    private List<Audience> audiences() {
        return Arrays.stream(Audience.values())
                .filter(audience -> audience.includes(viewer))
                .toList();
    }

    private Map<String, String> namesOf(List<AuditEvent> page) {
        List<String> actors = page.stream().map(event -> event.actor).distinct().toList();
        return actors.isEmpty() ? Map.of() : names.get().of(actors);
    }

    private static EventView view(AuditEvent event, Map<String, String> names, Map<String, Long> places) {
        return new EventView(
                event.id,
                SystemTime.text(event.at),
                event.type,
                event.actor,
                names.get(event.actor),
                event.subject,
                event.version,
                event.reason,
                event.prev,
                places.get(event.id));
    }
}

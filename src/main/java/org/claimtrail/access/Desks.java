package org.claimtrail.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.claimtrail.shared.http.Cursor;
import org.claimtrail.shared.http.PageRequest;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.who.Rights;
import org.claimtrail.shared.who.Viewer;

/** Desks: made, closed, listed; and which of them a new record belongs to. */
@ApplicationScoped
public class Desks {

    /** Behind every id of a desk. */
    private static final String LAST = "desk_~";

    private final DeskRepository desks;
    private final DeskLog log;
    private final Viewer viewer;
    private final Clock clock;

    Desks(DeskRepository desks, DeskLog log, Viewer viewer, Clock clock) {
        this.desks = desks;
        this.log = log;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** Makes a desk; 409 when another one has the name. */
    @Transactional
    DeskView create(Actor by, NewDesk input) {
        if (desks.isNamed(input.name())) {
            throw Problem.of(ProblemType.CONFLICT, "There is a desk “" + input.name() + "” already.");
        }
        Desk desk = new Desk(TypeId.next(Kind.DESK), input.name(), clock.instant());
        desks.persist(desk);
        log.created(by, desk);
        return DeskView.of(desk);
    }

    /** Closes a desk: what it has stays its members', but nothing further comes to it. A second time changes nothing. */
    @Transactional
    DeskView close(Actor by, TypeId id) {
        Desk desk = desks.lock(id);
        Instant at = clock.instant();
        if (desk.close(at)) {
            log.closed(by, desk, at);
        }
        return DeskView.of(desk);
    }

    DeskView read(TypeId id) {
        return DeskView.of(desks.get(id));
    }

    /** Desks, the latest first. */
    Slice<DeskView> list(PageRequest page) {
        String before =
                page.after().map(cursor -> cursor.id(Kind.DESK, 0).toString()).orElse(LAST);
        List<Desk> found = desks.below(before, page.limit() + 1);
        return Slice.cut(found, page.limit(), desk -> Cursor.of(desk.id).encode())
                .map(DeskView::of);
    }

    /**
     * The desk of a record that the caller is about to make: the one asked for, or the only one they work on.
     *
     * @throws Problem 400 when there is no such desk or none is named by who works on several, 403 when it is not theirs
     */
    public Optional<TypeId> choose(Optional<TypeId> asked) {
        if (asked.isPresent()) {
            return asked.map(this::requireOwn);
        }
        List<Desk> own = desks.open(viewer.desksWith(Rights::writes));
        if (own.size() > 1) {
            throw Problem.badParameter(
                    "desk",
                    "you work on several desks; say which one the record belongs to: "
                            + own.stream().map(desk -> desk.id).collect(Collectors.joining(", ")) + ".");
        }
        return own.stream().findFirst().map(Desk::id);
    }

    /** A desk that takes records, as a request names it at this pointer; 422 otherwise. */
    public TypeId open(String pointer, String id) {
        return desks.open(List.of(id)).stream()
                .findFirst()
                .map(Desk::id)
                .orElseThrow(() -> Problem.of(ProblemType.INVALID, "There is no open desk " + id + ".")
                        .at(pointer, "unknown_reference", "There is no open desk " + id + "."));
    }

    private TypeId requireOwn(TypeId id) {
        if (desks.open(List.of(id.toString())).isEmpty()) {
            throw Problem.badParameter("desk", "there is no open desk " + id + ".");
        }
        if (!viewer.rights(Optional.of(id.toString())).writes()) {
            throw Problem.of(ProblemType.FORBIDDEN, "You are no member of the desk " + id + ".");
        }
        return id;
    }
}

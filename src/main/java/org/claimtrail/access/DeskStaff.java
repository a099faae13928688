package org.claimtrail.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import org.claimtrail.shared.http.Cursor;
import org.claimtrail.shared.http.PageRequest;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.who.DeskRole;

/** The members of desks. A change holds from the next request on. */
@ApplicationScoped
class DeskStaff {

    private final DeskRepository desks;
    private final DeskMembers members;
    private final PersonRepository people;
    private final DeskLog log;

    DeskStaff(DeskRepository desks, DeskMembers members, PersonRepository people, DeskLog log) {
        this.desks = desks;
        this.members = members;
        this.people = people;
        this.log = log;
    }

    /** The members of a desk. */
    Slice<MemberView> list(TypeId id, PageRequest page) {
        Desk desk = desks.get(id);
        String after = page.after().map(cursor -> cursor.text(0)).orElse("");
        Slice<DeskMember> found = Slice.cut(
                members.behind(desk, after, page.limit() + 1),
                page.limit(),
                member -> Cursor.of(member.member).encode());
        Map<String, String> names =
                people.of(found.items().stream().map(member -> member.member).toList());
        return found.map(member -> view(member, names.getOrDefault(member.member, member.member)));
    }

    /** Takes somebody onto a desk, or gives a member another role; the same again changes nothing. */
    @Transactional
    Logged<MemberView> put(Actor by, TypeId id, String pseudonym, DeskRole role) {
        Desk desk = desks.lock(id);
        Person person = people.findByIdOptional(pseudonym).orElseThrow(() -> unknown(pseudonym));
        Optional<DeskMember> known = members.findByIdOptional(new DeskMember.Key(desk.id, pseudonym));
        if (known.isEmpty()) {
            return add(by, desk, person, role);
        }
        DeskMember member = known.get();
        MemberView view = new MemberView(member.member, person.name, role);
        if (member.role == role) {
            return new Logged<>(view, null);
        }
        member.role = role;
        return new Logged<>(view, log.member(DeskEvent.MEMBER_CHANGED, by, desk, member));
    }

    /** Takes a member off a desk, and gives the event that tells of it; 404 when they are none. */
    @Transactional
    TypeId remove(Actor by, TypeId id, String pseudonym) {
        Desk desk = desks.lock(id);
        DeskMember member =
                members.findByIdOptional(new DeskMember.Key(desk.id, pseudonym)).orElseThrow(() -> unknown(pseudonym));
        members.delete(member);
        return log.member(DeskEvent.MEMBER_REMOVED, by, desk, member);
    }

    private Logged<MemberView> add(Actor by, Desk desk, Person person, DeskRole role) {
        if (desk.isClosed()) {
            throw Problem.of(ProblemType.WRONG_STATE, "The desk is closed and takes nobody any more.");
        }
        DeskMember member = new DeskMember(desk, person, role);
        members.persist(member);
        return new Logged<>(view(member, person.name), log.member(DeskEvent.MEMBER_ADDED, by, desk, member));
    }

    private static MemberView view(DeskMember member, String name) {
        return new MemberView(member.member, name, member.role);
    }

    private static Problem unknown(String pseudonym) {
        return Problem.of(
                ProblemType.NOT_FOUND,
                "There is nobody " + pseudonym + " here. Keys and their list show pseudonyms, as actor.");
    }
}

package org.claimtrail.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.claimtrail.shared.who.DeskRole;
import org.claimtrail.shared.who.Permission;

/** Who may be asked to approve something. */
@ApplicationScoped
public class Reviewers {

    private final PersonRepository people;
    private final DeskMembers members;
    private final ApiKeyRepository keys;
    private final Clock clock;

    Reviewers(PersonRepository people, DeskMembers members, ApiKeyRepository keys, Clock clock) {
        this.people = people;
        this.members = members;
        this.keys = keys;
        this.clock = clock;
    }

    public boolean isKnown(String pseudonym) {
        return people.findByIdOptional(pseudonym).isPresent();
    }

    /**
     * Whether somebody may approve records of this desk, or of none: as an editor of the desk, by a key that edits, or
     * by signing in. Which role a token will bring is not known before it comes.
     */
    public boolean mayApprove(String pseudonym, Optional<String> desk) {
        if (desk.isPresent() && members.of(pseudonym).get(desk.get()) == DeskRole.EDITOR) {
            return true;
        }
        // On a desk of which they are no editors, only those who administer may.
        String needed = desk.isPresent() ? Permission.ADMINISTER : Permission.EDIT;
        return hasKey(pseudonym, needed) || (desk.isEmpty() && signsIn(pseudonym));
    }

    private boolean hasKey(String pseudonym, String permission) {
        return keys.find("holder.pseudonym = ?1 and revokedAt is null", pseudonym).list().stream()
                .anyMatch(key -> key.stands(clock.instant())
                        && key.permissions().contains(permission)
                        && key.permissions().contains(Permission.EDIT));
    }

    private boolean signsIn(String pseudonym) {
        return people.findByIdOptional(pseudonym).filter(Person::signsIn).isPresent();
    }
}

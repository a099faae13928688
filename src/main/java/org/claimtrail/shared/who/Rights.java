package org.claimtrail.shared.who;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may do with one record: the rule of desks, and the only place where it stands. A record of no desk is
 * governed by the key alone. A record of a desk needs membership as well; to everyone else, whatever their key, it is
 * what it is to the public. Auditors read and administrators do everything on every desk.
 *
 * @param seesDrafts what is not published, its events and reviews, and the record while it is withheld
 * @param seesConfidential what others sealed
 */
public record Rights(boolean seesDrafts, boolean seesConfidential, boolean writes, boolean edits) {

    /** With a record that belongs to no desk. */
    static Rights withoutDesk(Set<String> permissions) {
        return new Rights(
                permissions.contains(Permission.READ_DRAFTS),
                permissions.contains(Permission.READ_CONFIDENTIAL),
                permissions.contains(Permission.WRITE),
                permissions.contains(Permission.EDIT));
    }

    /** @param membership on the record's desk; null for who is no member */
    static Rights onDesk(Set<String> permissions, @Nullable DeskRole membership) {
        Rights key = withoutDesk(permissions);
        boolean administers = permissions.contains(Permission.ADMINISTER);
        boolean reads = permissions.contains(Permission.READ_DESKS);
        boolean member = membership != null;
        boolean editor = membership == DeskRole.EDITOR;
        return new Rights(
                key.seesDrafts && (reads || member),
                key.seesConfidential && (reads || editor),
                key.writes && (administers || member),
                key.edits && (administers || editor));
    }

    /** Whether this is one of them. What may be read is told by what is published. */
    public boolean allow(Right right) {
        return switch (right) {
            case READ -> true;
            case WRITE -> writes;
            case EDIT -> edits;
        };
    }
}

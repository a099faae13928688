package org.claimtrail.access;

import static org.claimtrail.shared.who.Permission.ADMINISTER;
import static org.claimtrail.shared.who.Permission.EDIT;
import static org.claimtrail.shared.who.Permission.READ_CONFIDENTIAL;
import static org.claimtrail.shared.who.Permission.READ_DESKS;
import static org.claimtrail.shared.who.Permission.READ_DRAFTS;
import static org.claimtrail.shared.who.Permission.READ_KEYS;
import static org.claimtrail.shared.who.Permission.WRITE;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/** What a key lets its holder do. Editors may also do what contributors may, administrators everything. */
public enum Role {
    CONTRIBUTOR(WRITE, READ_DRAFTS),
    EDITOR(WRITE, EDIT, READ_DRAFTS, READ_CONFIDENTIAL),
    AUDITOR(READ_DRAFTS, READ_CONFIDENTIAL, READ_KEYS, READ_DESKS),
    ADMIN(WRITE, EDIT, ADMINISTER, READ_DRAFTS, READ_CONFIDENTIAL, READ_KEYS, READ_DESKS);

    /** Never changes: {@code Set.of} made it. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> permissions;

    Role(String... permissions) {
        this.permissions = Set.of(permissions);
    }

    /** The roles of the security identity. */
    Set<String> permissions() {
        return permissions;
    }

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

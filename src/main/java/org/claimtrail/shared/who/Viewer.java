package org.claimtrail.shared.who;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The reader of this request: what may be shown to them. */
@RequestScoped
public class Viewer {

    private final SecurityIdentity identity;
    private final Instance<Memberships> memberships;

    /** Asked for once a request, and not kept any longer: who is taken off a desk is off it at once. */
    private @Nullable Map<String, DeskRole> desks;

    Viewer(SecurityIdentity identity, Instance<Memberships> memberships) {
        this.identity = identity;
        this.memberships = memberships;
    }

    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    /** Who it is in the log; empty for the public. */
    public Optional<String> pseudonym() {
        return isAnonymous()
                ? Optional.empty()
                : Optional.of(identity.getPrincipal().getName());
    }

    /** Drafts and versions that are not published; those of a desk only with {@link #rights}. */
    public boolean seesDrafts() {
        return identity.hasRole(Permission.READ_DRAFTS);
    }

    /** Events about keys and roles. */
    public boolean seesKeys() {
        return identity.hasRole(Permission.READ_KEYS);
    }

    /** What every desk keeps to itself. */
    public boolean seesEveryDesk() {
        return identity.hasRole(Permission.READ_DESKS);
    }

    /** What the caller may do with a record of this desk, or of none. */
    public Rights rights(Optional<String> desk) {
        return desk.map(id -> Rights.onDesk(identity.getRoles(), memberships().get(id)))
                .orElseGet(() -> Rights.withoutDesk(identity.getRoles()));
    }

    /** The desks that the caller is a member of, and with whose records they have such rights. */
    public List<String> desksWith(Predicate<Rights> rights) {
        return memberships().keySet().stream()
                .filter(desk -> rights.test(rights(Optional.of(desk))))
                .sorted()
                .toList();
    }

    private Map<String, DeskRole> memberships() {
        Map<String, DeskRole> known = desks;
        if (known == null) {
            known = isAnonymous() ? Map.of() : asked();
            desks = known;
        }
        return known;
    }

    /** Who asked for the credential may have asked for these with it. */
    private Map<String, DeskRole> asked() {
        Map<String, DeskRole> known = identity.getAttribute(Memberships.ATTRIBUTE);
        return known == null ? memberships.get().of(identity.getPrincipal().getName()) : known;
    }
}

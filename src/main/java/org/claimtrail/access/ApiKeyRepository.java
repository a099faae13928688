package org.claimtrail.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** Keys by id. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, String> {

    private static final byte[] NO_HASH = new byte[32];

    /** The key that this credential is, if it is one and stands. Unknown ids cost what known ones cost. */
    @ActivateRequestContext
    Optional<ApiKey> authenticated(Credential credential) {
        Optional<ApiKey> key = findByIdOptional(credential.id().toString());
        boolean matches = credential.secret().matches(key.map(k -> k.secretHash).orElse(NO_HASH));
        return key.filter(k -> matches && !k.isRevoked());
    }

    /** Keys with an id below {@code before}, the latest first. */
    List<ApiKey> below(String before, int limit) {
        return find("id < ?1 order by id desc", before).page(0, limit).list();
    }

    /** Locks the administrators' keys, so that the last two cannot be revoked at once. */
    boolean hasOtherAdmin(ApiKey key) {
        return find("role = ?1 and revokedAt is null", Role.ADMIN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .stream()
                .anyMatch(other -> !other.id.equals(key.id));
    }
}

package org.claimtrail.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.claimtrail.shared.database.Query;
import org.claimtrail.shared.database.Writes;

/** Keys by id. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, String> {

    private static final byte[] NO_HASH = new byte[32];

    private final Writes writes;

    ApiKeyRepository(Writes writes) {
        this.writes = writes;
    }

    /**
     * The key that this credential is, if it is one, stands, and may be used from this address. Unknown ids cost what
     * known ones cost, and a secret is compared before anything else is looked at.
     */
    Optional<ApiKey> authenticated(Credential credential, String address, Instant at) {
        Query<ApiKey> query =
                Query.common(ApiKey.BY_ID, ApiKey::of, credential.id().toString());
        writes.ask(query);
        Optional<ApiKey> key = query.all().stream().reduce(ApiKey::with);
        byte[] current = key.map(k -> k.secretHash).orElse(NO_HASH);
        byte[] former = key.map(k -> k.formerHash(at)).orElse(NO_HASH);
        boolean matches = credential.secret().matchesOneOf(current, former);
        return key.filter(k -> matches && k.stands(at) && k.admits(address));
    }

    /** True while there was never a key. Beside Hibernate, whose first query costs a start a tenth of a second. */
    boolean isEmpty() {
        return writes.read("select id from api_key limit 1", row -> row.getString(1))
                .isEmpty();
    }

    /** Keys with an id below {@code before}, the latest first. */
    List<ApiKey> below(String before, int limit) {
        return find("id < ?1 order by id desc", before).page(0, limit).list();
    }

    /** The key, locked, so that two changes of it come one after the other. */
    Optional<ApiKey> locked(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The key, locked as by {@link #locked}; an administrator's with those of all others, in one order, so that the last two
     * cannot be revoked at once.
     */
    Optional<ApiKey> lockedForRevocation(String id) {
        // The role alone, which never changes: the key itself has to be read behind the lock.
        boolean admin = getEntityManager()
                .createQuery("select k.role from ApiKey k where k.id = :id", Role.class)
                .setParameter("id", id)
                .getResultStream()
                .anyMatch(Role.ADMIN::equals);
        if (admin) {
            find("role = ?1 order by id", Role.ADMIN)
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .list();
        }
        return locked(id);
    }

    /** Whether another key lets an administrator in for good; one that expires does not. */
    boolean hasOtherAdmin(ApiKey key) {
        return find("role = ?1 and revokedAt is null", Role.ADMIN).list().stream()
                .anyMatch(other -> !other.id.equals(key.id) && other.isLastingAdmin());
    }
}

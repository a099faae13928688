package org.claimtrail.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimtrail.shared.database.Rows;
import org.claimtrail.shared.who.DeskRole;
import org.claimtrail.shared.who.Permission;
import org.jspecify.annotations.Nullable;

/** A credential. Only hashes of its secrets are kept. */
@Entity
@Table(name = "api_key")
class ApiKey {

    /** What a request is let in by, and the desks of who asks: a row for each, or one without. */
    static final String BY_ID = "select k.id, k.secret_hash, k.role, k.revoked_at, k.expires_at, k.scopes, k.addresses,"
            + " k.rate_limit, k.former_hash, k.former_until, k.last_used_at, a.pseudonym, a.agent, m.desk, m.role"
            + " from api_key k join actor a on a.pseudonym = k.holder left join desk_member m on m.member = a.pseudonym"
            + " where k.id = ?";

    @Id
    String id;

    @Column(name = "secret_hash")
    byte[] secretHash;

    @Enumerated(EnumType.STRING)
    Role role;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "holder")
    Person holder;

    @Nullable
    String note;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    @Nullable
    String createdBy;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;

    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    @Nullable
    String scopes;

    @Nullable
    String addresses;

    @Column(name = "rate_limit")
    @Nullable
    Integer rateLimit;

    @Column(name = "former_hash")
    byte @Nullable [] formerHash;

    @Column(name = "former_until")
    @Nullable
    Instant formerUntil;

    /** Written by {@link LastUses} alone. */
    @Column(name = "last_used_at", insertable = false, updatable = false)
    @Nullable
    Instant lastUsedAt;

    /** As {@link #BY_ID} found them; empty for a key that came otherwise. */
    @Transient
    final Map<String, DeskRole> desks = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    ApiKey() {}

    ApiKey(Credential credential, Person holder, NewKey input, Limits limits, Instant at, @Nullable Actor by) {
        this.id = credential.id().toString();
        this.secretHash = credential.secret().hash();
        this.role = input.role();
        this.holder = holder;
        this.note = input.note();
        this.createdAt = at;
        this.createdBy = by == null ? null : by.pseudonym();
        this.expiresAt = limits.expiresAt();
        this.scopes = limits.scopesText();
        this.addresses = limits.addressesText();
        this.rateLimit = limits.rateLimit();
    }

    /** As {@link #BY_ID} finds it: nothing changes it, and it is asked for with every request. */
    static ApiKey of(ResultSet row) throws SQLException {
        ApiKey key = new ApiKey();
        key.id = row.getString(1);
        key.secretHash = row.getBytes(2);
        key.role = Role.valueOf(row.getString(3));
        key.revokedAt = Rows.instant(row, 4);
        key.expiresAt = Rows.instant(row, 5);
        key.scopes = row.getString(6);
        key.addresses = row.getString(7);
        key.rateLimit = row.getObject(8, Integer.class);
        key.formerHash = row.getBytes(9);
        key.formerUntil = Rows.instant(row, 10);
        key.lastUsedAt = Rows.instant(row, 11);
        key.holder = Person.of(row.getString(12), row.getString(13));
        String desk = row.getString(14);
        if (desk != null) {
            key.desks.put(desk, DeskRole.valueOf(row.getString(15)));
        }
        return key;
    }

    /** The same key, on the desks of both rows. */
    ApiKey with(ApiKey other) {
        desks.putAll(other.desks);
        return this;
    }

    /** What it lets its holder do: what the role may, within the scopes. */
    Set<String> permissions() {
        List<String> within = Limits.words(scopes);
        return role.permissions().stream()
                .filter(permission -> within.isEmpty() || within.contains(permission))
                .collect(Collectors.toSet());
    }

    /** Neither revoked nor expired. */
    boolean stands(Instant at) {
        return !isRevoked() && (expiresAt == null || at.isBefore(expiresAt));
    }

    /** Whether it may be used from there. */
    boolean admits(String address) {
        List<String> ranges = Limits.words(addresses);
        return ranges.isEmpty()
                || ranges.stream()
                        .flatMap(range -> AddressRange.parse(range).stream())
                        .anyMatch(range -> range.contains(address));
    }

    /** The hash of the secret before the last rotation, while that still works. */
    byte @Nullable [] formerHash(Instant at) {
        return formerUntil != null && at.isBefore(formerUntil) ? formerHash : null;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    /** Whether somebody can count on it to get in and make further keys: it neither ends nor is kept from it by scopes. */
    boolean isLastingAdmin() {
        return !isRevoked() && expiresAt == null && permissions().contains(Permission.ADMINISTER);
    }

    /** From now on the key opens nothing; revoking twice changes nothing. */
    boolean revoke(Instant at) {
        if (isRevoked()) {
            return false;
        }
        revokedAt = at;
        return true;
    }

    /** Another secret opens from now on; the one before goes on for a while, the ones before that end. */
    void rotate(Secret secret, Instant at, Duration overlap) {
        formerHash = overlap.isZero() ? null : secretHash;
        formerUntil = overlap.isZero() ? null : at.plus(overlap).truncatedTo(ChronoUnit.MICROS);
        secretHash = secret.hash();
    }
}

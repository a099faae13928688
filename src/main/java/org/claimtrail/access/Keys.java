package org.claimtrail.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.claimtrail.audit.AuditLog;
import org.claimtrail.audit.NewEvent;
import org.claimtrail.audit.Reason;
import org.claimtrail.history.History;
import org.claimtrail.history.References;
import org.claimtrail.shared.hash.Sha256;
import org.claimtrail.shared.http.Cursor;
import org.claimtrail.shared.http.PageRequest;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.CanonicalJson;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.shared.start.FirstStart;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** Keys: made, listed, rotated, revoked. */
@ApplicationScoped
public class Keys {

    /** Behind every id of a key. */
    private static final String LAST = "key_~";

    private final ApiKeyRepository keys;
    private final PersonRepository people;
    private final AuditLog audit;
    private final References references;
    private final TokenProvider provider;
    private final FirstStart firstStart;
    private final Clock clock;

    Keys(
            ApiKeyRepository keys,
            PersonRepository people,
            AuditLog audit,
            References references,
            TokenProvider provider,
            FirstStart firstStart,
            Clock clock) {
        this.keys = keys;
        this.people = people;
        this.audit = audit;
        this.references = references;
        this.provider = provider;
        this.firstStart = firstStart;
        this.clock = clock;
    }

    /** Makes a key; the answer is the only place where its credential ever stands. */
    @Transactional
    public KeyView create(Actor by, NewKey input) {
        Optional.ofNullable(input.agent()).ifPresent(agent -> references.requireKnown(Map.of("/agent", agent)));
        return make(by, input);
    }

    /**
     * Gives a key another secret; the one before goes on working for a while, so that programs can be moved over.
     *
     * @throws Problem 409 when the key opens nothing any more
     */
    @Transactional
    Logged<KeyView> rotate(Actor by, TypeId id, NewSecret input) {
        Duration overlap = input.duration();
        ApiKey key = keys.locked(id.toString()).orElseThrow(() -> History.nothing(id));
        Instant at = clock.instant();
        if (!key.stands(at)) {
            throw Problem.of(ProblemType.WRONG_STATE, "This key is revoked or expired. Make a new one.");
        }
        Credential credential = new Credential(id, Secret.random());
        key.rotate(credential.secret(), at, overlap);
        TypeId event = log(KeyEvent.RENEWED, key, at, by, false);
        return new Logged<>(KeyView.of(key, credential), event);
    }

    /**
     * Revokes a key; a second time changes nothing.
     *
     * @return the event, the first time
     */
    @Transactional
    public Optional<TypeId> revoke(Actor by, TypeId id) {
        ApiKey key = keys.lockedForRevocation(id.toString()).orElseThrow(() -> History.nothing(id));
        if (key.role == Role.ADMIN && !keys.hasOtherAdmin(key)) {
            throw Problem.of(
                    ProblemType.WRONG_STATE,
                    "This is the last administrator's key. Make another one before you revoke it.");
        }
        Instant at = clock.instant();
        return key.revoke(at) ? Optional.of(log(KeyEvent.REVOKED, key, at, by, false)) : Optional.empty();
    }

    /** One key, without its credential. */
    public KeyView read(TypeId id) {
        return keys.findByIdOptional(id.toString()).map(KeyView::of).orElseThrow(() -> History.nothing(id));
    }

    /** Keys, the latest first. */
    public Slice<KeyView> list(PageRequest page) {
        String before =
                page.after().map(cursor -> cursor.id(Kind.KEY, 0).toString()).orElse(LAST);
        List<ApiKey> found = keys.below(before, page.limit() + 1);
        return Slice.cut(found, page.limit(), key -> Cursor.of(key.id).encode()).map(KeyView::of);
    }

    /** The person of this name, for acts that no request asks for. */
    @Transactional
    public Actor person(String name) {
        return people.named(name, null).actor();
    }

    /**
     * Makes the first key of an empty database, and shows its credential before the key is committed: killed in between,
     * the next start finds no key and makes another one. The other way round nobody would have it.
     */
    @Transactional
    @TransactionConfiguration(timeout = FirstStart.SECONDS)
    void first(String holder, Consumer<String> show) {
        if (!keys.isEmpty()) {
            return;
        }
        firstStart.awaitTurn();
        if (keys.isEmpty()) {
            KeyView key = make(null, NewKey.of(holder, Role.ADMIN).note("made on the first start"));
            keys.flush();
            show.accept(String.valueOf(key.key()));
        }
    }

    private KeyView make(@Nullable Actor by, NewKey input) {
        Credential credential = new Credential(TypeId.next(Kind.KEY), Secret.random());
        Instant at = clock.instant();
        Person holder = holder(input);
        ApiKey key = new ApiKey(credential, holder, input, Limits.of(input, at), at, by);
        keys.persist(key);
        log(KeyEvent.CREATED, key, at, by == null ? holder.actor() : by, true);
        return KeyView.of(key, credential);
    }

    private Person holder(NewKey input) {
        return input.subject() == null
                ? people.named(input.holder(), input.agent())
                : people.named(input.holder(), input.agent(), provider.login(input.subject()));
    }

    private TypeId log(KeyEvent event, ApiKey key, Instant at, Actor by, boolean first) {
        ObjectNode content = StoredJson.object();
        content.put("id", key.id).put("holder", key.holder.pseudonym).put("role", key.role.text());
        Optional.ofNullable(key.expiresAt).ifPresent(end -> content.put("expiresAt", SystemTime.text(end)));
        Optional.ofNullable(key.scopes).ifPresent(scopes -> content.put("scopes", scopes));
        Optional.ofNullable(key.addresses).ifPresent(addresses -> content.put("allowedAddresses", addresses));
        Optional.ofNullable(key.rateLimit).ifPresent(limit -> content.put("rateLimit", limit));
        Optional.ofNullable(key.formerUntil).ifPresent(end -> content.put("formerUntil", SystemTime.text(end)));
        // So that nobody puts a secret of their own into the row unnoticed; of 256 random bits a hash tells nothing.
        content.put("secret", "sha256:" + HexFormat.of().formatHex(Sha256.of(key.secretHash)));
        byte[] bytes = CanonicalJson.bytes(content);
        TypeId id = TypeId.parse(key.id);
        return audit.append(new NewEvent(event, id, 0, Reason.NONE, at, by.pseudonym(), bytes, List.of(), first));
    }
}

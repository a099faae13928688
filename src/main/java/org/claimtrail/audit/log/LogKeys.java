package org.claimtrail.audit.log;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.Note;
import org.claimtrail.merkle.NoteSignature;
import org.claimtrail.merkle.NoteSigner;
import org.claimtrail.shared.file.DataFiles;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.start.CannotStart;
import org.claimtrail.shared.start.FirstStart;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign. Which of them do stands in the database, since every node must agree; the keys themselves are in a
 * file or with a remote signer. While a key is being rotated, two sign.
 */
@ApplicationScoped
public class LogKeys {

    private final LogConfig config;
    private final KeyFile file;
    private final EntityManager entities;
    private final FirstStart firstStart;

    /** By vkey. */
    private volatile Map<String, NoteSigner> signers = Map.of();

    LogKeys(LogConfig config, EntityManager entities, FirstStart firstStart) {
        this.config = config;
        this.file = new KeyFile(
                config.key().file().orElse(config.folder().resolve(DataFiles.LOG_KEY)),
                config.key().password());
        this.entities = entities;
        this.firstStart = firstStart;
    }

    /** The name of the log and of its keys. */
    public String origin() {
        return config.origin();
    }

    /** Whether there is a key to sign with. */
    boolean exist() {
        return config.key().url().isPresent() || file.exists();
    }

    /**
     * Loads the keys.
     *
     * @throws CannotStart when they cannot be read
     */
    void load() {
        try {
            List<NoteSigner> found = config.key().url().isPresent()
                    ? List.of(RemoteSigner.of(config.origin(), config.key()))
                    : file.signers(config.origin());
            Map<String, NoteSigner> byKey = new HashMap<>();
            found.forEach(signer -> byKey.put(signer.verifierKey().encode(), signer));
            signers = Map.copyOf(byKey);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new CannotStart("the log's key in " + file.path() + " cannot be read: " + e.getMessage());
        }
    }

    /** Makes the file with its first key. */
    void make() {
        add();
    }

    /** The keys that are there, by vkey. */
    List<String> loaded() {
        return List.copyOf(signers.keySet());
    }

    /** Signs with every key that signs now; no signature of the log is on a checkpoint that lacks one of them. */
    Note sign(Connection connection, Checkpoint checkpoint) throws SQLException {
        String text = checkpoint.body();
        List<NoteSignature> signatures = new ArrayList<>();
        for (String vkey : active(connection)) {
            signatures.add(signer(vkey).sign(text));
        }
        if (signatures.isEmpty()) {
            throw new IllegalStateException("no key signs for " + origin());
        }
        return new Note(text, signatures);
    }

    /** The keys that sign now, oldest first. */
    List<String> active(Connection connection) throws SQLException {
        List<String> vkeys = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select vkey from audit_key where retired_at is null order by since, id");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                vkeys.add(rows.getString(1));
            }
        }
        vkeys.removeIf(vkey -> !isOfThisLog(vkey));
        return vkeys;
    }

    /** Without the name that it signs under, and the hash of both. */
    private static String publicKey(String vkey) {
        return vkey.substring(vkey.lastIndexOf('+') + 1);
    }

    /** A log that ended had another name. */
    private boolean isOfThisLog(String vkey) {
        return vkey.startsWith(origin() + "+");
    }

    /** All keys that ever signed, oldest first. */
    @Transactional
    public List<LogKeyView> all() {
        return entities.createQuery("select k from LogKey k order by k.since, k.id", LogKey.class)
                .getResultStream()
                .map(LogKeyView::of)
                .toList();
    }

    /**
     * Keeps everyone else from changing which keys sign, on any node, until the caller's transaction ends. To be called
     * before anything is read of them.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock() {
        entities.createQuery("select k from LogKey k order by k.id", LogKey.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /**
     * Makes a key and lets it sign beside those that do. In the caller's transaction, behind {@link #lock}.
     *
     * @throws Problem 409 where no key can be made that this node could sign with beside all others that sign
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public LogKeyView introduce(Instant at) {
        if (config.key().url().isPresent()) {
            throw Problem.of(
                    ProblemType.WRONG_STATE,
                    "The log is signed by a remote signer, which keeps the key: none is made here.");
        }
        load(); // what another node has made and somebody has copied here
        if (!loaded().containsAll(signing().map(LogKeyView::vkey).toList())) {
            throw Problem.of(
                    ProblemType.WRONG_STATE,
                    "A key that another node has made is not in this node's file. Copy the file to all nodes first.");
        }
        return enlist(add(), at);
    }

    /** The keys of this log that sign now. */
    private Stream<LogKeyView> signing() {
        return all().stream().filter(key -> key.retiredAt() == null && isOfThisLog(key.vkey()));
    }

    /**
     * Lets the keys that are here sign, as the first ones.
     *
     * @return false when another node has begun the log
     */
    @Transactional
    @TransactionConfiguration(timeout = FirstStart.SECONDS)
    boolean begin(Instant at) {
        firstStart.awaitTurn();
        boolean begun = signing().findAny().isPresent();
        if (!begun) {
            // One that was retired under the log's earlier name may be in other hands.
            Set<String> retired = all().stream()
                    .filter(key -> key.retiredAt() != null)
                    .map(key -> publicKey(key.vkey()))
                    .collect(Collectors.toSet());
            loaded().stream().filter(vkey -> !retired.contains(publicKey(vkey))).forEach(vkey -> enlist(vkey, at));
        }
        return !begun;
    }

    /** Lets a key sign from now on. */
    private LogKeyView enlist(String vkey, Instant at) {
        LogKey key = new LogKey(TypeId.next(Kind.KEY), vkey, at);
        entities.persist(key);
        return LogKeyView.of(key);
    }

    /** Lets a key sign no more; nothing when it is the only one, or does not sign. In the caller's transaction, behind {@link #lock}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<LogKeyView> retire(TypeId id, Instant at) {
        @Nullable LogKey key = entities.find(LogKey.class, id.toString());
        boolean only = signing().allMatch(signing -> signing.id().equals(id.toString()));
        if (key == null || key.retiredAt != null || only) {
            return Optional.empty();
        }
        key.retire(at);
        return Optional.of(LogKeyView.of(key));
    }

    private String add() {
        try {
            NoteSigner signer = file.add(origin());
            load();
            return signer.verifierKey().encode();
        } catch (IOException | GeneralSecurityException e) {
            throw new CannotStart("no key can be written to " + file.path() + ": " + e.getMessage());
        }
    }

    private NoteSigner signer(String vkey) {
        if (!signers.containsKey(vkey)) {
            load(); // another node has made it
        }
        NoteSigner signer = signers.get(vkey);
        if (signer == null) {
            throw new IllegalStateException("the key " + vkey + " signs for this log, but is not in " + file.path());
        }
        return signer;
    }
}

package org.claimtrail.audit.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.claimtrail.merkle.Ed25519Signer;
import org.claimtrail.merkle.NoteSigner;
import org.claimtrail.shared.file.OwnerFile;

/**
 * The PKCS #12 file with the keys that sign. A key made here is kept as its 32-byte seed (RFC 8032 section 5.1.5), in an
 * entry for secret keys; one made elsewhere, as by {@code keytool -genkeypair -keyalg Ed25519}, has a certificate.
 */
public final class KeyFile {

    private static final int SEED_BYTES = 32;
    /** Entries for secret keys want the name of an algorithm that is known; these bytes are a seed. */
    private static final String ALGORITHM = "AES";

    private final Path path;
    private final char[] password;

    public KeyFile(Path path, String password) {
        this.path = path;
        this.password = password.toCharArray();
    }

    /** Whether there are keys. */
    public boolean exists() {
        return Files.exists(path);
    }

    Path path() {
        return path;
    }

    /** The signers it holds, under one name. */
    List<NoteSigner> signers(String name) throws IOException, GeneralSecurityException {
        KeyStore store = load();
        List<NoteSigner> signers = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            signers.add(signer(name, store, alias));
        }
        return signers;
    }

    /**
     * The signer of a witness, whose key is the only one in its file; made when there is no file.
     *
     * @param seconds the time, in seconds since 1970
     */
    public NoteSigner cosigner(String name, LongSupplier seconds) throws IOException, GeneralSecurityException {
        if (!exists()) {
            add(name);
        }
        KeyStore store = load();
        List<String> aliases = Collections.list(store.aliases());
        if (aliases.size() == 1 && store.getKey(aliases.get(0), password) instanceof SecretKey secret) {
            return Ed25519Signer.cosigner(name, secret.getEncoded(), seconds);
        }
        throw new IOException("there is not one key in " + path + ", as a witness has it");
    }

    /** Makes a key and stores it beside those that are there. */
    NoteSigner add(String name) throws IOException, GeneralSecurityException {
        byte[] seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        KeyStore store = exists() ? load() : empty();
        String alias = freeAlias(store);
        store.setKeyEntry(alias, new SecretKeySpec(seed, ALGORITHM), password, null);
        save(store);
        return Ed25519Signer.ofSeed(name, seed);
    }

    /** Whoever takes a key out of the file leaves a gap, and a living key must never be overwritten. */
    private static String freeAlias(KeyStore store) throws GeneralSecurityException {
        int n = store.size() + 1;
        while (store.containsAlias("log-" + n)) {
            n++;
        }
        return "log-" + n;
    }

    private NoteSigner signer(String name, KeyStore store, String alias) throws GeneralSecurityException, IOException {
        Key key = store.getKey(alias, password);
        if (key instanceof SecretKey secret) {
            return Ed25519Signer.ofSeed(name, secret.getEncoded());
        }
        if (key instanceof PrivateKey signing && store.getCertificate(alias) != null) {
            return Ed25519Signer.of(name, signing, store.getCertificate(alias).getPublicKey());
        }
        throw new IOException("the entry " + alias + " of " + path + " is no key that can sign");
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(path)) {
            store.load(in, password);
        }
        return store;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** At once and for good, readable by this user only: losing a key ends a log. */
    private void save(KeyStore store) throws IOException, GeneralSecurityException {
        OwnerFile.replace(path, out -> store.store(out, password));
    }
}

package org.claimtrail.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import org.claimtrail.merkle.NoteSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    private static final String NAME = "log.example";
    private static final String PASSWORD = "secret";

    @TempDir
    Path folder;

    /** What was retired may be taken out of the file; a new key must not take the place of one that signs. */
    @Test
    void a_new_key_overwrites_none() throws Exception {
        Path path = folder.resolve("keys.p12");
        KeyFile file = new KeyFile(path, PASSWORD);
        file.add(NAME);
        String signing = file.add(NAME).verifierKey().encode();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(path)) {
            store.load(in, PASSWORD.toCharArray());
        }
        store.deleteEntry("log-1");
        try (OutputStream out = Files.newOutputStream(path)) {
            store.store(out, PASSWORD.toCharArray());
        }

        String added = file.add(NAME).verifierKey().encode();

        assertThat(file.signers(NAME).stream().map(NoteSigner::verifierKey).map(key -> key.encode()))
                .containsExactlyInAnyOrder(signing, added);
    }
}

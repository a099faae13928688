package org.claimtrail.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void has_256_random_bits() {
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String text = Secret.random().text();
            assertThat(Base64.getUrlDecoder().decode(text)).hasSize(32);
            texts.add(text);
        }

        assertThat(texts).hasSize(1000);
    }

    @Test
    void is_kept_as_the_sha_256_of_its_text() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest("abc".getBytes(StandardCharsets.UTF_8));

        assertThat(new Secret("abc").hash()).isEqualTo(hash);
    }

    @Test
    void matches_its_own_hash_only() {
        Secret secret = Secret.random();

        assertThat(secret.matches(secret.hash())).isTrue();
        assertThat(secret.matches(Secret.random().hash())).isFalse();
        assertThat(secret.matches(new byte[32])).isFalse();
        assertThat(secret.matches(new byte[0])).isFalse();
    }

    @Test
    void does_not_print_itself() {
        Secret secret = Secret.random();

        assertThat(secret.toString()).doesNotContain(secret.text());
    }
}

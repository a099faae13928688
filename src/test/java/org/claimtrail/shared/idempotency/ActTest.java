package org.claimtrail.shared.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActTest {

    private static final byte[] SCOPE = Act.digest(utf8("scope"));
    private static final byte[] PAYLOAD = utf8("payload");

    private final Act act = Act.of(SCOPE, "key", "Bearer a", PAYLOAD);

    @Test
    void opens_what_it_sealed() {
        Answer answer = new Answer(201, List.of(Map.entry("Location", "/v1/claims/1")), utf8("{\"key\":\"secret\"}"));

        Answer opened = Answer.decode(act.open(act.seal(answer.encode())));

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.headers()).isEqualTo(answer.headers());
        assertThat(opened.body()).isEqualTo(answer.body());
        assertThat(Answer.decode(new Answer(204, List.of(), null).encode()).body())
                .isNull();
    }

    @Test
    void seals_the_same_answer_differently_each_time() {
        assertThat(act.seal(PAYLOAD)).isNotEqualTo(act.seal(PAYLOAD));
    }

    @Test
    void is_closed_to_another_key_credential_or_scope() {
        byte[] sealed = act.seal(PAYLOAD);

        assertClosed(Act.of(SCOPE, "other", "Bearer a", PAYLOAD), sealed);
        assertClosed(Act.of(SCOPE, "key", "Bearer b", PAYLOAD), sealed);
        assertClosed(Act.of(Act.digest(utf8("other")), "key", "Bearer a", PAYLOAD), sealed);
    }

    @Test
    void notices_a_change_in_the_database() {
        byte[] sealed = act.seal(PAYLOAD);
        sealed[sealed.length - 1] ^= 1;

        assertClosed(act, sealed);
    }

    @Test
    void tells_payloads_apart_without_showing_them() {
        assertThat(act.fingerprint())
                .isEqualTo(Act.of(SCOPE, "key", "Bearer a", PAYLOAD).fingerprint());
        assertThat(act.fingerprint())
                .isNotEqualTo(Act.of(SCOPE, "key", "Bearer a", utf8("other")).fingerprint());
        assertThat(act.fingerprint())
                .isNotEqualTo(Act.of(SCOPE, "other", "Bearer a", PAYLOAD).fingerprint());
    }

    @Test
    void keeps_the_parts_of_a_digest_apart() {
        assertThat(Act.digest(utf8("ab"), utf8("c"))).isNotEqualTo(Act.digest(utf8("a"), utf8("bc")));
    }

    @Test
    void fits_the_answer_to_the_largest_body_into_one_column() {
        StringBuilder text = new StringBuilder();
        java.util.Random random = new java.util.Random(1);
        while (text.length() < 350_000) {
            text.append((char) (0x4E00 + random.nextInt(0x5000)));
        }

        byte[] sealed = act.seal(new Answer(200, List.of(), utf8(text.toString())).encode());

        assertThat(sealed.length).isLessThan(1024 * 1024);
    }

    private static void assertClosed(Act other, byte[] sealed) {
        assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

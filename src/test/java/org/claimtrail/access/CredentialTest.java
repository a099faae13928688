package org.claimtrail.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {

    @Test
    void is_read_as_it_was_written() {
        Credential credential = new Credential(TypeId.next(Kind.KEY), Secret.random());

        assertThat(credential.text()).matches("clt_key_[0-9a-z]{26}\\.[A-Za-z0-9_-]{43}");
        assertThat(Credential.parse(credential.text())).contains(credential);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "clt_",
                "clt_.",
                "clt_key_01k98n0b00e47bc977yjdsw90n",
                "key_01k98n0b00e47bc977yjdsw90n.abc",
                "CLT_key_01k98n0b00e47bc977yjdsw90n.abc",
                "clt_agent_01k98n0b00e47bc977yjdsw90n.abc",
                "clt_key_01K98N0B00E47BC977YJDSW90N.abc",
                "clt_key_81k98n0b00e47bc977yjdsw90n.abc",
                "clt_key_01k98n0b00e47bc977yjdsw90.abc",
                " clt_key_01k98n0b00e47bc977yjdsw90n.abc",
                ".clt_key_01k98n0b00e47bc977yjdsw90n"
            })
    void is_no_other_text(String text) {
        assertThat(Credential.parse(text)).isEmpty();
    }

    @Test
    void keeps_its_secret_when_it_is_printed() {
        Credential credential = new Credential(TypeId.next(Kind.KEY), Secret.random());

        assertThat(credential.toString()).doesNotContain(credential.secret().text());
    }
}

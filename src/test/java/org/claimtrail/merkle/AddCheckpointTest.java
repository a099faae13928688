package org.claimtrail.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The bodies of C2SP tlog-witness. The example is the specification's. */
class AddCheckpointTest {

    private static final String HASH = "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n";
    private static final String HEAD = "old 20852014\n" + HASH + "jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=\n"
            + "5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=\n"
            + "/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=\n";
    private static final String NOTE = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            \u2014 example.com/behind-the-sofa \
            Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            \u2014 example.com/behind-the-sofa \
            opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
            """;

    @Test
    void reads_the_example_of_the_specification() throws ProofException {
        AddCheckpoint request = parse(HEAD + "\n" + NOTE);

        assertThat(request.old()).isEqualTo(20852014);
        assertThat(request.proof()).hasSize(4).first().isEqualTo(Hash.fromBase64(HASH.strip()));
        assertThat(Checkpoint.parse(request.note().text()).size()).isEqualTo(20852163);
        assertThat(request.note().signatures()).hasSize(2);
    }

    @Test
    void writes_what_it_reads() throws ProofException {
        byte[] body = bytes(HEAD + "\n" + NOTE);

        assertThat(AddCheckpoint.parse(body).encode()).isEqualTo(body);
    }

    @Test
    void writes_the_first_request_without_a_proof() throws ProofException {
        AddCheckpoint first = new AddCheckpoint(0, List.of(), Note.parse(bytes(NOTE)));

        assertThat(new String(first.encode(), StandardCharsets.UTF_8)).isEqualTo("old 0\n\n" + NOTE);
    }

    @TestFactory
    Stream<DynamicTest> refuses_what_is_no_request() {
        return Stream.of(
                        "",
                        "\n",
                        "\n\n",
                        NOTE,
                        "old 0\n" + NOTE,
                        "\n" + NOTE,
                        "old\n\n" + NOTE,
                        "old \n\n" + NOTE,
                        "old -1\n\n" + NOTE,
                        "old 01\n\n" + NOTE,
                        "old +1\n\n" + NOTE,
                        "old 9223372036854775808\n\n" + NOTE,
                        "old  1\n\n" + NOTE,
                        "old 1 \n\n" + NOTE,
                        "old 1\r\n\r\n" + NOTE,
                        "Old 1\n\n" + NOTE,
                        "old 1\n" + HASH.strip() + "=\n\n" + NOTE,
                        "old 1\n" + HASH.replace('k', '-') + "\n" + NOTE,
                        "old 1\n" + HASH.replace("kaw=", "kax=") + "\n" + NOTE,
                        "old 1\n" + HASH.substring(4) + "\n" + NOTE,
                        "old 1\n " + HASH + "\n" + NOTE,
                        "old 1\n" + HASH.replace('k', '\u00e9') + "\n" + NOTE,
                        "old 1\n\n",
                        "old 1\n\n" + NOTE.strip(),
                        "old 1\n\n" + NOTE.substring(0, NOTE.indexOf('\u2014')),
                        "old 1\n" + String.join("", Collections.nCopies(64, HASH)) + "\n" + NOTE)
                .map(body -> DynamicTest.dynamicTest(
                        shown(body), () -> assertThatThrownBy(() -> parse(body)).isInstanceOf(ProofException.class)));
    }

    @Test
    void takes_the_longest_proof_there_can_be() throws ProofException {
        AddCheckpoint request = parse("old 1\n" + String.join("", Collections.nCopies(63, HASH)) + "\n" + NOTE);

        assertThat(request.proof()).hasSize(63);
    }

    private static String shown(String body) {
        String line = body.replace("\n", "\\n").replace("\r", "\\r");
        return line.substring(0, Math.min(60, line.length())) + " (" + body.length() + ")";
    }

    private static AddCheckpoint parse(String body) throws ProofException {
        return AddCheckpoint.parse(bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

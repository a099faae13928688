package org.claimtrail.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimtrail.support.Client;
import org.claimtrail.support.Packaged;
import org.claimtrail.support.ShownOutput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Words planted wherever a newsroom has something to hide, looked for in everything that the packaged service answers to the
 * public and to a colleague of no desk, and in what it logs.
 */
@ExtendWith(ShownOutput.class)
class SourceProtectionIT {

    @TempDir
    private static Path folder;

    private static Packaged service;
    private static SecretNewsroom newsroom;
    private static Client nobody;
    private static Client outsider;

    @BeforeAll
    static void plant() {
        service = SignIn.with("http://127.0.0.1:1/nobody", folder)
                .with("QUARKUS_LOG_CATEGORY__ORG_CLAIMTRAIL__LEVEL", "DEBUG")
                .start();
        newsroom = new SecretNewsroom(service.admin());
        newsroom.plant();
        nobody = new Client(service.url(), "");
        outsider = newsroom.outsider();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void nothing_that_the_public_reads_holds_a_secret() {
        List<String> answers = new EveryRead(newsroom.insider()).answers(nobody);

        assertThat(answers).hasSizeGreaterThan(1_000);
        assertNothingFound(answers, newsroom.secrets());
    }

    @Test
    void nothing_that_a_colleague_of_no_desk_reads_holds_a_secret_of_a_desk() {
        List<String> answers = new EveryRead(newsroom.insider()).answers(outsider);

        assertNothingFound(
                answers,
                newsroom.secrets().stream()
                        .filter(secret -> !secret.isKnownToStaff())
                        .toList());
    }

    /** Without this, the tests above would pass if nothing were planted, or looked for in the wrong places. */
    @Test
    void whoever_may_see_everything_finds_all_but_what_is_shown_to_nobody() {
        Secret.Answer all =
                Secret.Answer.of(String.join("\n", new EveryRead(newsroom.insider()).plainAnswers(newsroom.insider())));

        assertThat(newsroom.secrets().stream()
                        .filter(secret -> !secret.isIn(all))
                        .map(Secret::what))
                .containsExactlyInAnyOrder("administrator's key", "erased claim", "erased comment");
    }

    @Test
    void a_search_for_a_secret_is_answered_as_a_search_for_nonsense() {
        String nonsense = "zqnothinghasthisword";
        for (Client reader : List.of(nobody, outsider)) {
            for (String list : EveryRead.searches()) {
                String expected = body(reader, list, nonsense);
                for (Secret secret : newsroom.secrets()) {
                    String found = body(reader, list, secret.word());
                    assertThat(found.replace(secret.word(), nonsense))
                            .as("%s in %s", secret.what(), list)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void refusals_do_not_tell_whether_a_guess_is_right() {
        List<String> answers = new ArrayList<>();
        for (Secret secret : newsroom.secrets()) {
            Map<String, Object> claim = Map.of("text", "x", "inLanguage", secret.word(), "claimant", secret.word());
            String refused = outsider.post("/v1/claims", claim).expect(422).text();
            answers.add(refused.replace(secret.word(), ""));
            answers.add(nobody.post("/v1/claims", claim).expect(401).text());
            answers.add(outsider.get("/v1/claims?cursor=" + secret.word())
                    .expect(400)
                    .text()
                    .replace(secret.word(), ""));
            answers.add(new Client(service.url(), "clt_" + secret.word())
                    .get("/v1/claims")
                    .expect(401)
                    .text());
        }

        assertNothingFound(answers, newsroom.secrets());
    }

    /** The administrator's key is printed at the first start, on purpose, and to standard output alone. */
    @Test
    void nothing_that_it_logs_holds_a_secret() {
        new Client(service.url(), "clt_wrong").get("/v1/claims").expect(401);
        String log = service.output()
                .lines()
                .filter(line -> !line.startsWith("clt_key_"))
                .collect(Collectors.joining("\n"));

        assertThat(log).contains("A credential was refused");
        assertNothingFound(List.of(log), newsroom.secrets());
    }

    private static String body(Client reader, String list, String words) {
        var reply = reader.get(list + "?q=" + words);
        return reply.status() + " " + reply.header("Link") + reply.text();
    }

    private static void assertNothingFound(List<String> answers, List<Secret> secrets) {
        List<String> found = new ArrayList<>();
        for (String answer : answers) {
            Secret.Answer read = Secret.Answer.of(answer);
            for (Secret secret : secrets) {
                if (secret.isIn(read)) {
                    found.add(secret + " in " + answer.substring(0, Math.min(answer.length(), 2_000)));
                }
            }
        }
        assertThat(found).isEmpty();
    }
}

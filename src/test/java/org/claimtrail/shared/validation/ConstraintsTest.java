package org.claimtrail.shared.validation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Arrays;
import java.util.List;
import org.claimtrail.shared.id.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintsTest {

    private static final String AGENT = "agent_01h455vb4pex5vsknk084sn02q";
    private static final String CLAIM = "claim_01h455vb4pex5vsknk084sn02q";

    private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();
    private static final Validator VALIDATOR = FACTORY.getValidator();

    record Texts(
            @Nullable @EdtfDate String date,
            @Nullable @LanguageTag String language,
            @Nullable @WebUrl String url,
            @Nullable @IdOf(Kind.AGENT) String agent) {}

    record Lists(
            List<@EdtfDate String> dates,
            List<@LanguageTag String> languages,
            List<@WebUrl String> urls,
            List<@IdOf(Kind.AGENT) String> agents) {}

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @Test
    void null_is_valid() {
        assertThat(messages(new Texts(null, null, null, null))).isEmpty();
    }

    @Test
    void a_good_value_is_valid() {
        assertThat(messages(new Texts("2025-11~", "pt-BR", "https://news.example/", AGENT)))
                .isEmpty();
    }

    @Test
    void each_violation_says_where_and_why() {
        List<String> messages = messages(new Texts("2025-02-30", "en_US", "news.example", CLAIM));

        assertThat(messages)
                .containsExactly(
                        "agent: “" + CLAIM + "” is the id of a claim; here belongs the id of an agent, agent_ and 26"
                                + " lower-case letters and digits",
                        "date: “2025-02-30” names a day that does not exist: February 2025 has 28 days",
                        "language: “en_US” is not a language tag: join its parts with hyphens, as in en-US",
                        "url: “news.example” is not a web address that can be kept: it must start with https:// or"
                                + " http://");
    }

    @Test
    void elements_of_a_list_are_checked_one_by_one() {
        Lists lists = new Lists(
                List.of("2025", "25"),
                List.of("en", "e"),
                List.of("https://a.example", "a"),
                Arrays.asList(AGENT, null, "x"));

        assertThat(messages(lists).stream().map(message -> message.substring(0, message.indexOf(':'))))
                .containsExactly(
                        "agents[2].<list element>",
                        "dates[1].<list element>",
                        "languages[1].<list element>",
                        "urls[1].<list element>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${1+1}", "#{1+1}", "{value}", "{", "}", "\\{", "$", "\\", "{jakarta.validation.message}"})
    void a_message_repeats_what_was_sent_and_evaluates_nothing(String text) {
        List<String> messages = messages(new Texts(text, text, text, text));

        assertThat(messages).hasSize(4).allMatch(message -> message.contains("“" + text + "”"));
    }

    @Test
    void a_message_can_always_be_encoded() {
        List<String> messages = messages(new Texts("\ud83d", "\ud83d", "\ud83d", "\ud83d"));

        assertThat(messages).hasSize(4).allMatch(message -> message.contains("“?”"));
    }

    @Test
    void a_message_does_not_repeat_a_long_text() {
        String text = "a".repeat(79) + "\ud83d\ude02".repeat(500);

        List<String> messages = messages(new Texts(null, text, text, text));

        assertThat(messages).hasSize(3).allMatch(message -> message.contains("“" + "a".repeat(79) + "…”"));
    }

    private static List<String> messages(Object bean) {
        return VALIDATOR.validate(bean).stream()
                .map(ConstraintsTest::line)
                .sorted()
                .toList();
    }

    private static String line(ConstraintViolation<?> violation) {
        return violation.getPropertyPath() + ": " + violation.getMessage();
    }
}

package org.claimtrail.shared.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.claimtrail.shared.json.UnreadableJson.Flaw;
import org.claimtrail.shared.json.UnreadableJson.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    enum Medium {
        ARTICLE("article"),
        NEWS_CONFERENCE("news_conference");

        private final String json;

        Medium(String json) {
            this.json = json;
        }

        @JsonValue
        String json() {
            return json;
        }
    }

    record Part(@Nullable String exact) {}

    record Score(double value) {
        Score {
            if (value > 1) {
                throw new IllegalArgumentException("expected a score from 0 to 1");
            }
        }
    }

    record Sample(
            @Nullable String text,
            int count,
            @Nullable Integer limit,
            @Nullable Long size,
            @Nullable Double ratio,
            @Nullable Boolean open,
            @Nullable Medium medium,
            @Nullable Instant at,
            @Nullable List<String> tags,
            @Nullable List<Part> parts,
            @Nullable Map<String, String> label,
            @Nullable Score score) {}

    @Test
    void reads_a_record_with_every_kind_of_value() {
        String json = """
                {"text":"naïve 😀","count":3,"limit":null,"size":9007199254740991,"ratio":1,"open":true,
                 "medium":"news_conference","at":"2025-11-20T09:30:00.5+01:00","tags":["a"],
                 "parts":[{"exact":"x"}],"label":{"en":"False"},"score":{"value":0.5}}
                """;

        Sample sample = read(json);

        assertThat(sample)
                .isEqualTo(new Sample(
                        "naïve 😀",
                        3,
                        null,
                        9007199254740991L,
                        1.0,
                        true,
                        Medium.NEWS_CONFERENCE,
                        Instant.parse("2025-11-20T08:30:00.5Z"),
                        List.of("a"),
                        List.of(new Part("x")),
                        Map.of("en", "False"),
                        new Score(0.5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "{",
                "{\"count\":1",
                "{\"count\":1,}",
                "{count:1}",
                "{'count':1}",
                "{\"count\":01}",
                "{\"count\":+1}",
                "{\"count\":.5}",
                "{\"count\":NaN}",
                "{\"count\":Infinity}",
                "{\"count\":1} x",
                "{\"count\":1}{}",
                "{\"count\":1} // no comments",
                "{\"count\":1,\"count\":1}",
                "{\"text\":\"a\tb\"}",
                "\uFEFF{\"count\":1}"
            })
    void refuses_what_is_not_one_well_formed_text(String json) {
        assertThat(refusal(json).reason()).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"C3", "FF", "C0AF", "EDA080", "F4908080"})
    void refuses_bytes_that_are_not_utf_8(String hex) {
        byte[] bad = HexFormat.of().parseHex(hex);
        byte[] json = ("{\"text\":\"" + new String(bad, StandardCharsets.ISO_8859_1) + "\"}")
                .getBytes(StandardCharsets.ISO_8859_1);

        UnreadableJson refusal = catchThrowableOfType(UnreadableJson.class, () -> StrictJson.read(json, Sample.class));

        assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(refusal).hasMessageContaining("UTF-8");
    }

    @Test
    void points_at_a_key_given_twice() {
        assertThat(refusal("{\"parts\":[{\"exact\":\"a\",\"exact\":\"b\"}]}").flaws())
                .extracting(Flaw::pointer, Flaw::code)
                .containsExactly(tuple("/parts/0/exact", "duplicate_key"));
    }

    @Test
    @Timeout(2)
    void refuses_more_entries_than_any_list_may_have() {
        String thousand = "[1" + ",1".repeat(999) + "]";
        assertThat(StrictJson.tree(bytes(thousand))).hasSize(1_000);
        assertThat(StrictJson.tree(bytes("[" + thousand + ("," + thousand).repeat(18) + "]")))
                .hasSize(19);

        refusesEntries("{\"tags\":[1" + ",1".repeat(500_000) + "]}", "/tags");
        refusesEntries("[" + thousand + ("," + thousand).repeat(19) + "]", "/19");
        refusesEntries(
                IntStream.rangeClosed(0, 1_000)
                        .mapToObj(i -> "\"" + i + "\":1")
                        .collect(Collectors.joining(",", "{", "}")),
                "");
    }

    private static void refusesEntries(String json, String pointer) {
        UnreadableJson refused = catchThrowableOfType(UnreadableJson.class, () -> StrictJson.tree(bytes(json)));

        assertThat(refused.reason()).isEqualTo(Reason.INVALID);
        assertThat(refused.flaws())
                .extracting(Flaw::pointer, Flaw::code)
                .containsExactly(tuple(pointer, "too_many_entries"));
    }

    @Test
    void refuses_a_33rd_level_of_nesting_but_not_a_32nd() {
        assertThat(StrictJson.tree(bytes("[".repeat(32) + "]".repeat(32)))).isNotNull();
        assertThatThrownBy(() -> StrictJson.tree(bytes("[".repeat(33) + "]".repeat(33))))
                .isInstanceOfSatisfying(
                        UnreadableJson.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED));
        assertThatThrownBy(() -> StrictJson.tree(bytes("[".repeat(500_000)))).isInstanceOf(UnreadableJson.class);
    }

    @Test
    void names_an_unknown_property_and_the_known_ones() {
        UnreadableJson refusal = refusal("{\"parts\":[{\"exakt\":\"a\"}]}");

        assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_PROPERTY);
        assertThat(refusal.flaws().get(0).pointer()).isEqualTo("/parts/0/exakt");
        assertThat(refusal).hasMessage("“exakt” is not a property here; expected one of exact");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"count\":\"5\"}        | /count    | expected a whole number, found a text",
                "{\"count\":\"\"}         | /count    | expected a whole number, found an empty text",
                "{\"count\":null}         | /count    | expected a whole number, found null",
                "{\"count\":1.0}          | /count    | expected a whole number, found a number with a fraction or exponent",
                "{\"count\":1e2}          | /count    | expected a whole number, found a number with a fraction or exponent",
                "{\"count\":true}         | /count    | expected a whole number, found true or false",
                "{}                       | /count    | expected a whole number, found nothing",
                "{\"limit\":\"\"}         | /limit    | expected a whole number, found an empty text",
                "{\"limit\":2.5}          | /limit    | expected a whole number, found a number with a fraction or exponent",
                "{\"size\":\"1\"}         | /size     | expected a whole number, found a text",
                "{\"ratio\":\"0.5\"}      | /ratio    | expected a number, found a text",
                "{\"ratio\":\"NaN\"}      | /ratio    | expected a number, found a text",
                "{\"ratio\":true}         | /ratio    | expected a number, found true or false",
                "{\"open\":\"true\"}      | /open     | expected true or false, found a text",
                "{\"open\":1}             | /open     | expected true or false, found a whole number",
                "{\"open\":0.0}           | /open     | expected true or false, found a number with a fraction or exponent",
                "{\"text\":5}             | /text     | expected a text in quotation marks, found a whole number",
                "{\"text\":5.5}           | /text     | expected a text in quotation marks, found a number with a fraction or exponent",
                "{\"text\":true}          | /text     | expected a text in quotation marks, found true or false",
                "{\"text\":[\"a\"]}       | /text     | expected a text in quotation marks, found a list",
                "{\"text\":{}}            | /text     | expected a text in quotation marks, found an object",
                "{\"medium\":0}           | /medium   | expected one of article, news_conference, found a whole number",
                "{\"medium\":\"\"}        | /medium   | expected one of article, news_conference, found an empty text",
                "{\"at\":1700000000}      | /at       | expected an instant in quotation marks, found a whole number",
                "{\"at\":\"\"}            | /at       | expected an instant in quotation marks, found an empty text",
                "{\"tags\":\"a\"}         | /tags     | expected a list, found a text",
                "{\"tags\":\"\"}          | /tags     | expected a list, found an empty text",
                "{\"tags\":{}}            | /tags     | expected a list, found an object",
                "{\"tags\":[1]}           | /tags/0   | expected a text in quotation marks, found a whole number",
                "{\"tags\":[null]}        | /tags/0   | expected a value, found null",
                "{\"parts\":[\"a\"]}      | /parts/0  | expected an object in braces, found a text",
                "{\"parts\":[\"\"]}       | /parts/0  | expected an object in braces, found an empty text",
                "{\"parts\":[[]]}         | /parts/0  | expected an object in braces, found a list",
                "{\"parts\":{}}           | /parts    | expected a list, found an object",
                "{\"label\":{\"en\":1}}   | /label/en | expected a text in quotation marks, found a whole number",
                "{\"label\":{\"en\":null}}| /label/en | expected a value, found null",
                "{\"label\":[]}           | /label    | expected an object in braces, found a list",
                "{\"score\":0.5}          | /score    | expected an object in braces, found a number with a fraction or exponent",
                "[]                       | ''        | expected an object in braces, found a list",
                "\"\"                     | ''        | expected an object in braces, found an empty text",
                "null                     | ''        | expected an object in braces, found null",
                "5                        | ''        | expected an object in braces, found a whole number",
            })
    void converts_nothing(String json, String pointer, String message) {
        UnreadableJson refusal = refusal(json);

        assertThat(refusal.reason()).isEqualTo(Reason.WRONG_TYPE);
        assertThat(refusal.flaws()).containsExactly(new Flaw(pointer, "wrong_type", message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"a\\u0000b\"}           | /text     | nul_character",
                "{\"text\":\"a\\ud800b\"}           | /text     | lone_surrogate",
                "{\"text\":\"\\udc00\\ud800\"}      | /text     | lone_surrogate",
                "{\"tags\":[\"ok\",\"\\udfff\"]}    | /tags/1   | lone_surrogate",
                "{\"label\":{\"\\u0000\":\"x\"}}    | /label    | nul_character",
                "{\"\\ud800\":1}                    | ''        | lone_surrogate",
                "{\"count\":9007199254740992}       | /count    | number_out_of_range",
                "{\"count\":-9007199254740992}      | /count    | number_out_of_range",
                "{\"count\":2147483648}             | /count    | number_out_of_range",
                "{\"limit\":99999999999999999999}   | /limit    | number_out_of_range",
                "{\"ratio\":1e999999}               | /ratio    | number_out_of_range",
                "{\"ratio\":-1e309}                 | /ratio    | number_out_of_range",
                "{\"medium\":\"blog\"}              | /medium   | not_allowed",
                "{\"medium\":\"ARTICLE\"}           | /medium   | not_allowed",
                "{\"at\":\"2025-02-30T00:00:00Z\"}  | /at       | instant",
                "{\"at\":\"2025-02-03\"}            | /at       | instant",
                "{\"score\":{\"value\":2}}          | /score    | invalid",
            })
    void refuses_values_that_are_never_acceptable(String json, String pointer, String code) {
        UnreadableJson refusal = refusal(json);

        assertThat(refusal.reason()).isEqualTo(Reason.INVALID);
        assertThat(refusal.flaws()).singleElement().satisfies(flaw -> {
            assertThat(flaw.pointer()).isEqualTo(pointer);
            assertThat(flaw.code()).isEqualTo(code);
        });
    }

    @Test
    void lists_the_allowed_words() {
        assertThat(refusal("{\"medium\":\"blog\"}")).hasMessage("expected one of article, news_conference");
    }

    @Test
    void counts_64_KiB_of_text_in_utf_8() {
        assertThat(read("{\"count\":1,\"text\":\"" + "ä".repeat(32 * 1024) + "\"}")
                        .text())
                .hasSize(32 * 1024);
        assertThat(refusal("{\"text\":\"" + "ä".repeat(32 * 1024) + "a\"}")
                        .flaws()
                        .get(0)
                        .code())
                .isEqualTo("too_long");
        assertThat(refusal("{\"" + "a".repeat(70_000) + "\":1}").flaws().get(0).code())
                .isEqualTo("too_long");
    }

    @Test
    void names_every_unacceptable_value_at_once() {
        assertThat(refusal("{\"text\":\"\\u0000\",\"tags\":[\"\\ud800\"],\"ratio\":1e999}")
                        .flaws())
                .extracting(Flaw::pointer)
                .containsExactly("/text", "/tags/0", "/ratio");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1E+2147483648", "123456789e99999999999999999999"})
    @Timeout(5)
    void does_not_hang_on_a_huge_exponent(String number) {
        byte[] json = bytes("{\"ratio\":" + number + ",\"count\":" + number + "}");

        assertThatThrownBy(() -> StrictJson.read(json, Sample.class)).isInstanceOf(UnreadableJson.class);
    }

    /** As much as a body may hold: eight keys as long as may be, and as many values below them as there may be. */
    @Test
    @Timeout(10)
    void does_not_hang_on_many_values_below_long_keys() {
        StringBuilder json = new StringBuilder();
        for (int depth = 0; depth < 8; depth++) {
            json.append("{\"").append("~".repeat(65_500)).append("\":");
        }
        String thousand = "[0" + ",0".repeat(999) + "]";
        json.append('[')
                .append(thousand)
                .append(("," + thousand).repeat(18))
                .append(']')
                .append("}".repeat(8));

        assertThat(StrictJson.tree(bytes(json.toString()))).hasSize(1);
    }

    @Test
    @Timeout(10)
    void does_not_hang_on_a_million_digits_or_keys_that_collide() {
        assertThatThrownBy(() -> StrictJson.tree(bytes("1".repeat(1_000_000)))).isInstanceOf(UnreadableJson.class);
        StringBuilder keys = new StringBuilder("{");
        for (int i = 0; i < 1 << 14; i++) {
            for (int bit = 13; bit >= 0; bit--) {
                keys.append(bit == 13 ? (i == 0 ? "\"" : ",\"") : "").append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            keys.append("\":1");
        }

        assertThatThrownBy(() -> StrictJson.tree(bytes(keys.append('}').toString())))
                .isInstanceOf(UnreadableJson.class);
    }

    @Test
    void escapes_a_pointer() {
        assertThat(refusal("{\"label\":{\"a/b~c\":1}}").flaws().get(0).pointer())
                .isEqualTo("/label/a~1b~0c");
    }

    private static Sample read(String json) {
        return StrictJson.read(bytes(json), Sample.class);
    }

    private static UnreadableJson refusal(String json) {
        return catchThrowableOfType(UnreadableJson.class, () -> read(json));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}

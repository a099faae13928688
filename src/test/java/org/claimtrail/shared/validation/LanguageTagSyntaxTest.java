package org.claimtrail.shared.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagSyntaxTest {

    @Test
    void reads_any_length() {
        assertThat(LanguageTagSyntax.refusal("a" + "-a".repeat(100_000))).isPresent();
    }

    /** Most of them from RFC 5646, appendix A and section 2.2.8. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "de",
                "fr",
                "ja",
                "i-enochian",
                "zh-Hant",
                "zh-Hans",
                "sr-Cyrl",
                "sr-Latn",
                "zh-cmn-Hans-CN",
                "cmn-Hans-CN",
                "zh-yue-HK",
                "yue-HK",
                "zh-Hans-CN",
                "sr-Latn-RS",
                "sl-rozaj",
                "sl-rozaj-biske",
                "sl-nedis",
                "de-CH-1901",
                "sl-IT-nedis",
                "hy-Latn-IT-arevela",
                "de-DE",
                "en-US",
                "es-419",
                "de-CH-x-phonebk",
                "az-Arab-x-AZE-derbend",
                "x-whatever",
                "qaa-Qaaa-QM-x-southern",
                "de-Qaaa",
                "sr-Latn-QM",
                "sr-Qaaa-RS",
                "en-US-u-islamcal",
                "zh-CN-a-myext-x-private",
                "en-a-myext-b-another",
                "ar-a-aaa-b-bbb",
                "en-GB-oed",
                "sgn-BE-FR",
                "zh-min-nan",
                "art-lojban",
                "EN-us",
                "KO-kore-kp",
                "tlh",
                "de-1996",
                "de-1901-1996",
                "en-x-a-a",
                "x-a",
                "en-a-bb-x-a-bb",
                "ko-u-co-phonebk-t-en",
                "abcd",
                "abcdefgh",
            })
    void accepts_a_well_formed_tag(String tag) {
        assertThat(LanguageTagSyntax.refusal(tag)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-419-DE          | the part de has no place there",
                "de-DE-DE           | the part de has no place there",
                "de-Latn-Cyrl       | the part cyrl has no place there",
                "de-DE-Latn         | the part latn has no place there",
                "en-1901-US         | the part us has no place there",
                "abcd-efg           | the part efg has no place there",
                "zh-cmn-yue         | the part yue has no place there",
                "en-12              | the part 12 has no place there",
                "1a                 | the part 1a has no place there",
                "a-DE               | the part a has no place there",
                "i-nonsense         | the part i has no place there",
                "e                  | the part e has no place there",
                "ar-a-aaa-b-bbb-a-c1| it has two extensions a",
                "en-A-aaa-a-bbb     | it has two extensions a",
                "sl-rozaj-rozaj     | it repeats the part rozaj",
                "de-1901-DE-1901    | the part de has no place there",
                "de-DE-1901-ROZAJ-1901 | it repeats the part 1901",
                "en-a               | nothing that could be an extension follows a",
                "en-a-b-ccc         | nothing that could be an extension follows a",
                "en-u-x-private     | nothing that could be an extension follows u",
                "en-x               | nothing follows x",
                "x                  | nothing follows x",
                "en_US              | join its parts with hyphens",
                "en-                | write for instance en",
                "-en                | write for instance en",
                "en--US             | write for instance en",
                "en US              | write for instance en",
                "'en '              | write for instance en",
                "''                 | write for instance en",
                "en-abcdefghi       | write for instance en",
                "abcdefghi          | write for instance en",
                "*                  | write for instance en",
                "日本語              | write for instance en",
                "ﬁ                  | write for instance en",
                "\u212Ao            | write for instance en",
            })
    void refuses_a_tag_that_is_not_and_says_why(String tag, String reason) {
        assertThat(LanguageTagSyntax.refusal(tag)).get().asString().contains(reason);
    }
}

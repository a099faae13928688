package org.claimtrail.shared.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.IllformedLocaleException;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LanguageTagPropertyTest {

    /** Except for a digit that opens an extension, which RFC 5646 allows and {@link Locale} does not. */
    @Property(tries = 5000)
    void what_is_accepted_the_platform_reads_too(@ForAll("nearlyTags") String tag) {
        boolean accepted = LanguageTagSyntax.refusal(tag).isEmpty();

        assertThat(!accepted || platformReads(tag)).as(tag).isTrue();
    }

    @Property
    void every_tag_of_the_grammar_is_accepted_in_any_case(@ForAll("tags") String tag) {
        assertThat(LanguageTagSyntax.refusal(tag)).isEmpty();
        assertThat(LanguageTagSyntax.refusal(tag.toUpperCase(Locale.ROOT))).isEmpty();
    }

    @Property
    void any_text_gets_an_answer(@ForAll String text) {
        assertThat(LanguageTagSyntax.refusal(text)).isNotNull();
    }

    private static boolean platformReads(String tag) {
        try {
            new Locale.Builder().setLanguageTag(tag);
            return true;
        } catch (IllformedLocaleException refused) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> tags() {
        Arbitrary<String> language = Arbitraries.of("en", "ko", "yue", "zh-cmn", "qaa", "abcd", "abcdefgh");
        Arbitrary<String> script = Arbitraries.of("", "-Latn", "-hang");
        Arbitrary<String> region = Arbitraries.of("", "-KP", "-419");
        Arbitrary<String> variant = Arbitraries.of("", "-1901", "-rozaj-biske", "-1a2b");
        Arbitrary<String> extension = Arbitraries.of("", "-u-co-phonebk", "-a-aa-0-bbb-cccc");
        Arbitrary<String> privateUse = Arbitraries.of("", "-x-a", "-x-whatever-1");
        return Combinators.combine(language, script, region, variant, extension, privateUse)
                .as((l, s, r, v, e, p) -> l + s + r + v + e + p);
    }

    @Provide
    Arbitrary<String> nearlyTags() {
        Arbitrary<String> pieces = Arbitraries.of(
                "en", "KP", "yue", "Latn", "1901", "rozaj", "419", "u", "x", "a", "1a", "", "abcdefghi", "_");
        return pieces.list().ofMinSize(1).ofMaxSize(6).map(list -> String.join("-", list));
    }
}

package org.claimtrail.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.claimtrail.history.ProseDifference.Operation;
import org.claimtrail.history.ProseDifference.Segment;

class ProseDifferencePropertyTest {

    @Property
    void gives_both_texts_to_the_letter(@ForAll("prose") String before, @ForAll("prose") String after) {
        isExact(before, after);
    }

    @Property(tries = 300)
    void gives_any_text_to_the_letter(@ForAll String before, @ForAll String after) {
        isExact(before, after);
    }

    @Property
    void says_nothing_of_a_text_that_stayed(@ForAll("prose") String text) {
        List<Segment> segments = ProseDifference.between("/body", text, text).segments();

        assertThat(segments).isEqualTo(text.isEmpty() ? List.of() : List.of(new Segment(Operation.EQUAL, text)));
    }

    @Example
    void compares_long_texts_line_by_line() {
        String line = "one two three four five six seven eight nine ten\r\n";
        String before = line.repeat(450) + "the end";
        String after = line.repeat(200) + "in between\n\n" + line.repeat(250) + "the end\n";

        isExact(before, after);

        assertThat(ProseDifference.between("/body", before, after).segments()).hasSizeLessThan(9);
    }

    @Example
    void names_only_the_words_that_changed() {
        List<Segment> segments = ProseDifference.between("/text", "hello world again", "hello brave world again")
                .segments();

        assertThat(segments)
                .containsExactly(
                        new Segment(Operation.EQUAL, "hello "),
                        new Segment(Operation.INSERT, "brave "),
                        new Segment(Operation.EQUAL, "world again"));
    }

    @Example
    void names_only_the_characters_that_changed_where_nothing_divides_words() {
        List<Segment> japanese =
                ProseDifference.between("/text", "拉致問題は解決した。", "拉致問題は解決していない。").segments();
        List<Segment> thai =
                ProseDifference.between("/text", "น้ำท่วม 3 วัน", "น้ำลด 3 วัน").segments();

        assertThat(japanese)
                .containsExactly(
                        new Segment(Operation.EQUAL, "拉致問題は解決し"),
                        new Segment(Operation.INSERT, "ていない"),
                        new Segment(Operation.DELETE, "た"),
                        new Segment(Operation.EQUAL, "。"));
        assertThat(thai.get(0)).isEqualTo(new Segment(Operation.EQUAL, "น้ำ"));
        assertThat(thai.get(thai.size() - 1).text()).endsWith("3 วัน");
    }

    @Example
    void compares_long_texts_phrase_by_phrase_where_only_phrases_are_divided() {
        String phrases = "คนจำนวนมากเดินทาง ".repeat(200);

        List<Segment> segments = ProseDifference.between("/body", phrases + "วันนี้", phrases + "พรุ่งนี้")
                .segments();

        assertThat(segments)
                .containsExactlyInAnyOrder(
                        new Segment(Operation.EQUAL, phrases),
                        new Segment(Operation.DELETE, "วันนี้"),
                        new Segment(Operation.INSERT, "พรุ่งนี้"));
    }

    /** Few words, so that texts share some; every kind of white space, combining marks, characters beyond the BMP. */
    @Provide
    Arbitrary<String> prose() {
        Arbitrary<String> words = Arbitraries.of(
                "a",
                "fact",
                "“fact”",
                "e\u0301",
                "é",
                "日本",
                "น้ำ",
                "\ud83d\ude00",
                "\u200b",
                "\u00a0",
                "\u3000",
                "\u2028",
                "");
        Arbitrary<String> gaps = Arbitraries.of(" ", "  ", "\n", "\r\n", "\t", "\u000b", "\f", "", "\u0085");
        return words.flatMap(word -> gaps.map(gap -> word + gap))
                .list()
                .ofMaxSize(40)
                .map(List::stream)
                .map(parts -> parts.collect(Collectors.joining()));
    }

    private static void isExact(String before, String after) {
        List<Segment> segments = ProseDifference.between("/body", before, after).segments();

        assertThat(joined(segments, Operation.DELETE)).isEqualTo(before);
        assertThat(joined(segments, Operation.INSERT)).isEqualTo(after);
        assertThat(segments).extracting(Segment::text).doesNotContain("");
    }

    private static String joined(List<Segment> segments, Operation side) {
        return segments.stream()
                .filter(segment -> segment.op() == Operation.EQUAL || segment.op() == side)
                .map(Segment::text)
                .collect(Collectors.joining());
    }

    /** Lines times lines would take minutes. */
    @Example
    void of_too_many_lines_it_tells_that_one_text_took_the_place_of_the_other() {
        String before = "a\n".repeat(32_000);
        String after = "b\n".repeat(32_000);

        assertThat(ProseDifference.between("/body", before, after).segments())
                .containsExactlyInAnyOrder(new Segment(Operation.DELETE, before), new Segment(Operation.INSERT, after));
        assertThat(ProseDifference.between("/body", "", after).segments())
                .containsExactly(new Segment(Operation.INSERT, after));
    }
}

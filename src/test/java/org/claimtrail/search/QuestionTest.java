package org.claimtrail.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.claimtrail.search.Question.Part;
import org.junit.jupiter.api.Test;

/** How a question is taken apart. */
class QuestionTest {

    @Test
    void words_stand_by_themselves() {
        assertThat(Question.of("  sea-level  rise ").parts())
                .containsExactly(new Part("sea-level", false, false), new Part("rise", false, false));
    }

    @Test
    void phrases_stand_in_quotation_marks_and_may_be_left_open() {
        assertThat(Question.of("\"the sea\" \"level rises").parts())
                .containsExactly(new Part("the sea", true, false), new Part("level rises", true, false));
    }

    @Test
    void a_hyphen_excludes() {
        assertThat(Question.of("-sea -\"level rises\" -").parts())
                .containsExactly(
                        new Part("sea", false, true), new Part("level rises", true, true), new Part("-", false, false));
    }

    @Test
    void a_quotation_mark_inside_a_word_is_part_of_it() {
        assertThat(Question.of("5\"screen").parts()).containsExactly(new Part("5\"screen", false, false));
    }

    @Test
    void quotation_marks_and_blanks_may_be_of_any_script() {
        assertThat(Question.of("\u201cthe sea\u201d \u00abla mer\u00bb \u62c9\u81f4\u3000\u554f\u984c")
                        .parts())
                .containsExactly(
                        new Part("the sea", true, false),
                        new Part("la mer", true, false),
                        new Part("\u62c9\u81f4", false, false),
                        new Part("\u554f\u984c", false, false));
    }
}

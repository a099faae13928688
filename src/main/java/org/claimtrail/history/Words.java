package org.claimtrail.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.claimtrail.shared.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Plain words in a lower-case column: each must stand somewhere in it. A simple search; ranking is not its business.
 *
 * @param clause for {@link Listing#where}
 * @param name of the parameter
 * @param value of the parameter
 */
public record Words(String clause, String name, String value) {

    private static final int MAX_WORDS = 10;

    /**
     * One condition for each word of the question.
     *
     * @throws Problem 400 when there are more than ten
     */
    public static List<Words> in(String column, @Nullable String question) {
        List<Words> conditions = new ArrayList<>();
        if (question != null && !question.isBlank()) {
            List<String> words =
                    List.of(question.toLowerCase(Locale.ROOT).strip().split("\\s+", -1));
            if (words.size() > MAX_WORDS) {
                throw Problem.badParameter("q", "expected at most " + MAX_WORDS + " words.");
            }
            for (int i = 0; i < words.size(); i++) {
                String name = "word" + i;
                conditions.add(
                        new Words(column + " like :" + name + " escape '!'", name, "%" + escaped(words.get(i)) + "%"));
            }
        }
        return conditions;
    }

    /** A text in which no character means another. */
    static String escaped(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}

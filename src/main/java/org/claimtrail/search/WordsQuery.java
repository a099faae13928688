package org.claimtrail.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * A question in words, as a query: each word has to be found in some text, as it is or by the grammar of a language. A word that
 * says nothing in one of the languages ("the") need not be found, unless there is none that says more.
 */
final class WordsQuery extends SimpleQueryParser {

    private static final int OPERATORS = NOT_OPERATOR | PHRASE_OPERATOR | WHITESPACE_OPERATOR;

    /** What is found in the claim itself counts more than what is found beside it. */
    private static final Map<String, Float> FIELDS = Map.of(ClaimDocument.TEXT, 2f, ClaimDocument.BESIDE, 1f);

    /** How much it counts that a word is found in further fields. */
    private static final float TIE = 0.1f;

    private final Collection<String> languages;

    private WordsQuery(Languages analyzer, Collection<String> languages) {
        super(analyzer, FIELDS, OPERATORS);
        setDefaultOperator(Occur.MUST);
        this.languages = languages;
    }

    /** @param languages whose grammar is known and that claims may be in */
    static Query of(String words, Languages analyzer, Collection<String> languages) {
        Query telling = new WordsQuery(analyzer, languages).parse(words);
        return telling instanceof MatchNoDocsQuery ? new WordsQuery(analyzer, List.of()).parse(words) : telling;
    }

    @Override
    protected @Nullable Query newDefaultQuery(String word) {
        return anywhere(field -> createBooleanQuery(field, word, Occur.MUST));
    }

    @Override
    protected @Nullable Query newPhraseQuery(String phrase, int slop) {
        return anywhere(field -> createPhraseQuery(field, phrase, slop));
    }

    /** In any of the fields; null when it says nothing in one of the languages. */
    private @Nullable Query anywhere(Function<String, @Nullable Query> in) {
        List<Query> either = new ArrayList<>();
        for (Map.Entry<String, Float> field : weights.entrySet()) {
            List<@Nullable Query> found = new ArrayList<>();
            found.add(in.apply(field.getKey()));
            languages.forEach(language -> found.add(in.apply(Languages.field(field.getKey(), language))));
            if (found.stream().anyMatch(Objects::isNull)) {
                return null;
            }
            found.forEach(query -> either.add(new BoostQuery(Objects.requireNonNull(query), field.getValue())));
        }
        return new DisjunctionMaxQuery(either, TIE);
    }
}

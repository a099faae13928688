package org.claimtrail.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * A question in words, as a query: each word has to be found in some text, by the grammar of some language. A word that says
 * nothing in one of the languages ("the") need not be found, unless there is none that says more.
 */
final class WordsQuery extends SimpleQueryParser {

    private static final int OPERATORS = NOT_OPERATOR | PHRASE_OPERATOR | WHITESPACE_OPERATOR;

    private final Collection<String> languages;
    private final boolean telling;

    private WordsQuery(Languages analyzer, Collection<String> languages, boolean telling) {
        super(analyzer, Map.of(ClaimDocument.TEXT, 1f), OPERATORS);
        setDefaultOperator(Occur.MUST);
        this.languages = languages;
        this.telling = telling;
    }

    /** @param languages that claims may be in */
    static Query of(String words, Languages analyzer, Collection<String> languages) {
        Query found = new WordsQuery(analyzer, languages, true).parse(words);
        return found instanceof MatchNoDocsQuery ? new WordsQuery(analyzer, languages, false).parse(words) : found;
    }

    @Override
    protected @Nullable Query newDefaultQuery(String word) {
        if (telling && languages.stream().anyMatch(language -> Languages.saysNothing(word, language))) {
            return null;
        }
        return anywhere(field -> createBooleanQuery(field, word, Occur.MUST));
    }

    @Override
    protected @Nullable Query newPhraseQuery(String phrase, int slop) {
        return anywhere(field -> createPhraseQuery(field, phrase, slop));
    }

    /** In any of the languages; null where there is nothing in it that could be found. */
    private @Nullable Query anywhere(Function<String, @Nullable Query> in) {
        List<Query> found = languages.stream()
                .map(language -> in.apply(Languages.field(ClaimDocument.TEXT, language)))
                .flatMap(Stream::ofNullable)
                .toList();
        return switch (found.size()) {
            case 0 -> null;
            case 1 -> found.get(0);
            default -> new DisjunctionMaxQuery(found, 0);
        };
    }
}

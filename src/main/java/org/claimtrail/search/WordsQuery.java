package org.claimtrail.search;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.claimtrail.search.Question.Part;
import org.jspecify.annotations.Nullable;

/**
 * A question as a query: each part has to be found by the grammar of some language that there are claims in. A word that says
 * nothing in a language ("the") need not be found in claims of that language, unless the question says nothing else.
 */
final class WordsQuery {

    private final Languages texts;
    private final Collection<String> languages;

    /** @param languages that claims may be in */
    WordsQuery(Languages texts, Collection<String> languages) {
        this.texts = texts;
        this.languages = languages;
    }

    Query of(Question question) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        List<Part> wanted =
                question.parts().stream().filter(part -> !part.excluded()).toList();
        Set<String> lenient = languages.stream()
                .filter(language -> wanted.stream().anyMatch(part -> !saysNothing(part, language)))
                .collect(Collectors.toSet());
        List<Query> found = wanted.stream()
                .map(part -> found(part, lenient))
                .flatMap(Stream::ofNullable)
                .toList();
        found.forEach(query -> all.add(query, Occur.MUST));
        if (found.isEmpty()) {
            all.add(wanted.isEmpty() ? new MatchAllDocsQuery() : new MatchNoDocsQuery(), Occur.MUST);
        }
        question.parts().stream()
                .filter(Part::excluded)
                .map(part -> found(part, Set.of()))
                .flatMap(Stream::ofNullable)
                .forEach(query -> all.add(query, Occur.MUST_NOT));
        return all.build();
    }

    private static boolean saysNothing(Part part, String language) {
        return !part.phrase() && Languages.saysNothing(part.text(), language);
    }

    /**
     * What finds a part; null where there is nothing in it to be found, or need not be.
     *
     * @param lenient languages whose claims need not have it if it says nothing there
     */
    private @Nullable Query found(Part part, Set<String> lenient) {
        Set<String> silent =
                lenient.stream().filter(language -> saysNothing(part, language)).collect(Collectors.toSet());
        if (silent.size() == languages.size()) {
            return null;
        }
        List<Query> either = Stream.concat(
                        languages.stream()
                                .filter(language -> !silent.contains(language))
                                .map(language -> found(part, language)),
                        silent.stream().map(WordsQuery::anyIn))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return switch (either.size()) {
            case 0 -> null;
            case 1 -> either.get(0);
            default -> new DisjunctionMaxQuery(either, 0);
        };
    }

    private @Nullable Query found(Part part, String language) {
        QueryBuilder builder = new QueryBuilder(texts.of(language));
        return part.phrase()
                ? builder.createPhraseQuery(ClaimDocument.TEXT, part.text())
                : builder.createBooleanQuery(ClaimDocument.TEXT, part.text(), Occur.MUST);
    }

    private static Query anyIn(String language) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(ClaimDocument.GRAMMAR, language))), 0);
    }
}

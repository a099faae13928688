package org.claimtrail.search;

import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.claimtrail.shared.edtf.DayRange;
import org.claimtrail.shared.http.Problem;
import org.jboss.logging.Logger;

/** Finds claims, the best first, among all that everyone may see now. */
@Singleton
public class ClaimSearch {

    /** So many can be paged through: who is shown more has to ask better. */
    static final int DEEPEST = 1_000;

    private static final Logger LOG = Logger.getLogger(ClaimSearch.class);

    private final UpToDate upToDate;
    private final Hits hits = new Hits();

    ClaimSearch(UpToDate upToDate) {
        this.upToDate = upToDate;
    }

    /**
     * A page of what is found, as everything stood that was acknowledged before this call.
     *
     * @param anew for who may know of a change before its author was answered; others are shown what stood two milliseconds
     *     ago
     * @throws Problem 400 for what cannot be looked for, 503 while the index is behind
     */
    Found find(SearchQuery asked, boolean anew) {
        int offset = asked.offset();
        int most = Math.min(DEEPEST, offset + asked.limit());
        Optional<Question> question = asked.question();
        boolean best = asked.isByRelevance(question.isPresent());
        Set<Facet> facets = asked.facets();
        BooleanQuery.Builder filtered = new BooleanQuery.Builder();
        asked.wanted().forEach((facet, value) -> filtered.add(term(facet, value), Occur.FILTER));
        asked.statedOn().ifPresent(days -> overlaps(filtered, days));
        ClaimIndex index = upToDate.get(anew);
        try {
            filtered.add(
                    question.map(words -> words(index, asked.onlyLanguage()).of(words))
                            .orElseGet(MatchAllDocsQuery::new),
                    Occur.MUST);
            Query query = filtered.build();
            return index.search(searcher -> best
                    ? hits.best(searcher, query, offset, most, facets)
                    : hits.latest(searcher, query, offset, most, facets));
        } catch (IndexSearcher.TooManyClauses e) { // Chinese without blanks, say, in a ledger of many languages
            throw SearchQuery.tooLong();
        } catch (UncheckedIOException | AlreadyClosedException e) {
            LOG.warnf("Claims cannot be searched: %s", e);
            upToDate.isBroken(index);
            throw upToDate.unavailable();
        }
    }

    private static WordsQuery words(ClaimIndex index, Optional<String> only) {
        Set<String> all = index.languages();
        return new WordsQuery(
                index.texts(),
                only.isEmpty() ? all : all.stream().filter(only.get()::equals).toList());
    }

    private static Query term(Facet facet, String value) {
        return new TermQuery(new Term(facet.field(), value));
    }

    private static void overlaps(BooleanQuery.Builder query, DayRange days) {
        query.add(IntPoint.newRangeQuery(ClaimDocument.STATED_FROM, Integer.MIN_VALUE, days.until()), Occur.FILTER);
        query.add(IntPoint.newRangeQuery(ClaimDocument.STATED_UNTIL, days.from(), Integer.MAX_VALUE), Occur.FILTER);
    }
}

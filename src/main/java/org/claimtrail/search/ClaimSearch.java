package org.claimtrail.search;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.claimtrail.search.SearchQuery.Wanted;
import org.claimtrail.shared.edtf.DayRange;

/** Finds claims, the best first, among all that everyone may see now. */
@Singleton
public class ClaimSearch {

    /** So many can be paged through: who is shown more has to ask better. */
    static final int DEEPEST = 1_000;

    private final UpToDate upToDate;
    private final Hits hits = new Hits();

    ClaimSearch(UpToDate upToDate) {
        this.upToDate = upToDate;
    }

    /**
     * A page of what is found, as everything stood that was acknowledged before this call.
     *
     * @param anew whether the caller may know of what was committed otherwise than by the answer to who did it
     * @throws org.claimtrail.shared.http.Problem 400 for what cannot be looked for, 503 while the index is behind
     */
    Found find(SearchQuery asked, boolean anew) {
        int offset = asked.offset();
        int most = Math.min(DEEPEST, offset + asked.limit());
        Optional<String> words = asked.words();
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        asked.wanted().forEach(wanted -> query.add(term(wanted), Occur.FILTER));
        asked.stated().ifPresent(days -> overlaps(query, days));
        Set<Facet> facets = asked.facets();
        ClaimIndex index = upToDate.get(anew);
        query.add(
                words.map(text -> WordsQuery.of(text, index.analyzer(), languages(index, asked.onlyLanguage())))
                        .orElseGet(MatchAllDocsQuery::new),
                Occur.MUST);
        return index.search(searcher -> words.isPresent()
                ? hits.best(searcher, query.build(), offset, most, facets)
                : hits.latest(searcher, query.build(), offset, most, facets));
    }

    private static Collection<String> languages(ClaimIndex index, Optional<String> only) {
        Set<String> all = index.languages();
        return only.isEmpty() ? all : all.stream().filter(only.get()::equals).toList();
    }

    private static Query term(Wanted wanted) {
        return new TermQuery(new Term(wanted.field(), wanted.value()));
    }

    private static void overlaps(BooleanQuery.Builder query, DayRange days) {
        query.add(IntPoint.newRangeQuery(ClaimDocument.STATED_FROM, Integer.MIN_VALUE, days.until()), Occur.FILTER);
        query.add(IntPoint.newRangeQuery(ClaimDocument.STATED_UNTIL, days.from(), Integer.MAX_VALUE), Occur.FILTER);
    }
}

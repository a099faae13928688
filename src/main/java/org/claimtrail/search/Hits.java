package org.claimtrail.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsCollectorManager.FacetsResult;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.claimtrail.search.Total.Relation;
import org.claimtrail.shared.json.RawJson;

/** Asks the index, and reads what is shown of what it finds. */
final class Hits {

    /** Beyond so many it does not count, unless it has to look at all of them anyway. */
    private static final int COUNTED = 1_000;

    private static final Sort LATEST_FIRST =
            new Sort(new SortField(ClaimDocument.RECORDED_AT, SortField.Type.LONG, true));

    private final FacetCounts counts = new FacetCounts();

    /** The best first. */
    Found best(IndexSearcher searcher, Query query, int offset, int most, Set<Facet> facets) throws IOException {
        if (facets.isEmpty()) {
            return found(
                    searcher, searcher.search(query, new TopScoreDocCollectorManager(most, COUNTED)), offset, Map.of());
        }
        return counted(
                searcher,
                FacetsCollectorManager.search(searcher, query, most, new FacetsCollectorManager()),
                offset,
                facets);
    }

    /** The latest first. */
    Found latest(IndexSearcher searcher, Query query, int offset, int most, Set<Facet> facets) throws IOException {
        if (facets.isEmpty()) {
            TopFieldCollectorManager top = new TopFieldCollectorManager(LATEST_FIRST, most, COUNTED);
            return found(searcher, searcher.search(query, top), offset, Map.of());
        }
        return counted(
                searcher,
                FacetsCollectorManager.search(searcher, query, most, LATEST_FIRST, new FacetsCollectorManager()),
                offset,
                facets);
    }

    private Found counted(IndexSearcher searcher, FacetsResult result, int offset, Set<Facet> facets)
            throws IOException {
        return found(
                searcher,
                result.topDocs(),
                offset,
                counts.of(facets, result.facetsCollector(), searcher.getIndexReader()));
    }

    private static Found found(IndexSearcher searcher, TopDocs top, int offset, Map<String, List<FacetCount>> facets)
            throws IOException {
        List<RawJson> shown = new ArrayList<>();
        for (int i = offset; i < top.scoreDocs.length; i++) {
            shown.add(shown(searcher.getIndexReader(), top.scoreDocs[i]));
        }
        boolean exact = top.totalHits.relation == TotalHits.Relation.EQUAL_TO;
        Total total = new Total(top.totalHits.value, exact ? Relation.EQUAL : Relation.AT_LEAST);
        int until = Math.max(offset, top.scoreDocs.length);
        boolean more = until < Math.min(ClaimSearch.DEEPEST, total.value());
        return new Found(shown, more ? SearchQuery.cursor(until) : null, total, facets);
    }

    private static RawJson shown(IndexReader reader, ScoreDoc hit) throws IOException {
        LeafReaderContext segment = reader.leaves().get(ReaderUtil.subIndex(hit.doc, reader.leaves()));
        BinaryDocValues values = Objects.requireNonNull(segment.reader().getBinaryDocValues(ClaimDocument.SHOWN));
        values.advanceExact(hit.doc - segment.docBase);
        return new RawJson(values.binaryValue().utf8ToString());
    }
}

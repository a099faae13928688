package org.claimtrail.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/** Counts what was found by values. What a count needs to know of the whole index is kept for the index as it was last. */
final class FacetCounts {

    /** Of each facet so many values, the most frequent ones. */
    private static final int MOST = 20;

    private volatile Kept kept = new Kept(null, Map.of());

    /** @param facets in this order */
    Map<String, List<FacetCount>> of(Set<Facet> facets, FacetsCollector found, IndexReader reader) throws IOException {
        Map<String, List<FacetCount>> counts = new LinkedHashMap<>();
        for (Facet facet : facets) {
            counts.put(facet.field(), count(facet.field(), found, reader));
        }
        return counts;
    }

    private List<FacetCount> count(String field, FacetsCollector found, IndexReader reader) throws IOException {
        if (FieldInfos.getMergedFieldInfos(reader).fieldInfo(field) == null) {
            return List.of(); // no claim has any
        }
        FacetResult counts = new StringValueFacetCounts(state(field, reader), found).getTopChildren(MOST, field);
        return counts == null
                ? List.of()
                : Stream.of(counts.labelValues).map(Facet::count).toList();
    }

    private StringDocValuesReaderState state(String field, IndexReader reader) throws IOException {
        Kept known = kept;
        if (!reader.equals(known.reader)) {
            known = new Kept(reader, new ConcurrentHashMap<>());
            kept = known;
        }
        StringDocValuesReaderState state = known.states.get(field);
        if (state == null) {
            state = new StringDocValuesReaderState(reader, field);
            known.states.put(field, state);
        }
        return state;
    }

    /** @param reader of the index as it was */
    private record Kept(@Nullable IndexReader reader, Map<String, StringDocValuesReaderState> states) {}
}

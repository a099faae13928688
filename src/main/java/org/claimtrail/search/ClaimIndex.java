package org.claimtrail.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.claimtrail.claims.ClaimSummary;
import org.claimtrail.claims.PublicClaim;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The inverted index. One thread writes; any may search what {@link #show} has shown last. */
final class ClaimIndex implements Closeable {

    private static final Logger LOG = Logger.getLogger(ClaimIndex.class);

    private static final double SEGMENTS = 4;

    /** Segments of fewer megabytes are merged as if they had as many. */
    private static final double SMALL = 16;

    private final Languages texts = new Languages();
    private final ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
    private final Function<ClaimSummary, byte[]> shape;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager shown;

    /** Those that claims were put here in, by {@link Languages#known}. */
    private final Set<String> languages = ConcurrentHashMap.newKeySet();

    private ClaimIndex(Path folder, Function<ClaimSummary, byte[]> shape) throws IOException {
        this.shape = shape;
        this.directory = FSDirectory.open(folder);
        TieredMergePolicy merging = new TieredMergePolicy();
        merging.setForceMergeDeletesPctAllowed(0); // whatever was erased is written no more
        // A word is looked for in each segment by itself: fewer of them, since there are more searches than changes.
        merging.setSegmentsPerTier(SEGMENTS);
        merging.setFloorSegmentMB(SMALL);
        writer = new IndexWriter(
                directory,
                new IndexWriterConfig(texts.of(Languages.OTHER))
                        .setMergePolicy(merging)
                        .setMergeScheduler(merges)
                        .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                        .setCommitOnClose(false));
        shown = new SearcherManager(writer, null);
    }

    /**
     * A new one, in an empty folder.
     *
     * @param shape how a claim goes out
     */
    static ClaimIndex in(Path folder, Function<ClaimSummary, byte[]> shape) throws IOException {
        return new ClaimIndex(folder, shape);
    }

    /** Has these claims from now on as they are, and those of the ids no more that are not among them. */
    void put(Collection<String> ids, List<PublicClaim> claims) {
        reading(() -> {
            Set<String> gone = new HashSet<>(ids);
            for (PublicClaim claim : claims) {
                if (isWritten(claim)) {
                    gone.remove(claim.summary().id());
                }
            }
            writer.deleteDocuments(
                    gone.stream().map(id -> new Term(ClaimDocument.ID, id)).toArray(Term[]::new));
            return gone;
        });
    }

    /** False for one that cannot be: it must not keep the others from being found. */
    private boolean isWritten(PublicClaim claim) throws IOException {
        try {
            write(claim);
            return true;
        } catch (RuntimeException e) { // such as a language that this Java has no rules for
            if (!isOpen()) {
                throw e;
            }
            LOG.errorf(e, "%s cannot be found by search", claim.summary().id());
            return false;
        }
    }

    private void write(PublicClaim claim) throws IOException {
        String language = Languages.known(claim.summary().inLanguage());
        languages.add(language);
        Term id = new Term(ClaimDocument.ID, claim.summary().id());
        writer.updateDocument(id, ClaimDocument.of(claim, shape.apply(claim.summary()), texts.of(language)));
    }

    /** Has nothing any more. */
    void clear() {
        languages.clear();
        reading(writer::deleteAll);
    }

    /** What was deleted or replaced before leaves the disk; for any thread, which may take as long as to write the index anew. */
    void purge() {
        reading(() -> {
            merges.sync(); // those that began before carry it on, as deleted
            writer.forceMergeDeletes();
            return refreshed(); // or the files stay for who may still search them
        });
    }

    /** From now on all that was put here can be found. */
    void show() {
        reading(this::refreshed);
    }

    /** Not by the method that goes on while another thread does the same: what was put here since would not be found. */
    private boolean refreshed() throws IOException {
        shown.maybeRefreshBlocking();
        return true;
    }

    /** The ids of claims that show something of these records. */
    Set<String> showing(Collection<String> records) {
        List<BytesRef> ids = records.stream().map(BytesRef::new).toList();
        return search(searcher -> searcher.search(new TermInSetQuery(ClaimDocument.SHOWS, ids), new Ids()));
    }

    /** Searches what is shown. */
    <T> T search(Searching<T> searching) {
        return reading(() -> {
            IndexSearcher searcher = shown.acquire();
            try {
                return searching.in(searcher);
            } finally {
                shown.release(searcher);
            }
        });
    }

    /** How texts are taken apart. */
    Languages texts() {
        return texts;
    }

    /** The languages that claims were put here in, since it was empty, by {@link Languages#known}. */
    Set<String> languages() {
        return Set.copyOf(languages);
    }

    /** How many claims there are. */
    int size() {
        return search(searcher -> searcher.getIndexReader().numDocs());
    }

    /** False once a file could not be written: it can be used no more. */
    boolean isOpen() {
        return writer.isOpen();
    }

    @Override
    public void close() throws IOException {
        shown.close();
        writer.close();
        directory.close();
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.go();
        } catch (IOException e) {
            throw new UncheckedIOException("the index for search cannot be used", e);
        }
    }

    /** What is to be found out. */
    interface Searching<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    private interface Reading<T> {
        T go() throws IOException;
    }

    /** Collects the ids of all that is found. */
    private static final class Ids implements CollectorManager<IdCollector, Set<String>> {

        @Override
        public IdCollector newCollector() {
            return new IdCollector();
        }

        @Override
        public Set<String> reduce(Collection<IdCollector> collectors) {
            return collectors.stream()
                    .flatMap(collector -> collector.found.stream())
                    .collect(Collectors.toSet());
        }
    }

    private static final class IdCollector extends SimpleCollector {

        private final Set<String> found = new HashSet<>();
        private @Nullable BinaryDocValues ids;

        @Override
        protected void doSetNextReader(LeafReaderContext segment) throws IOException {
            ids = segment.reader().getBinaryDocValues(ClaimDocument.ID);
        }

        @Override
        public void collect(int document) throws IOException {
            if (ids != null && ids.advanceExact(document)) {
                found.add(ids.binaryValue().utf8ToString());
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}

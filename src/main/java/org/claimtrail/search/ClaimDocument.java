package org.claimtrail.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.claimtrail.claims.ClaimSummary;
import org.claimtrail.claims.PublicClaim;
import org.claimtrail.claims.VerdictState;
import org.claimtrail.shared.id.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * A claim as the index has it: what is shown of it as bytes that go out as they are, the texts it is found by, and the values
 * that it is filtered by and counted by.
 */
final class ClaimDocument {

    static final String ID = "id";
    /** The answer's bytes. */
    static final String SHOWN = "shown";
    /** Every record that something is shown of. */
    static final String SHOWS = "shows";

    /** Every text; the wording twice, so that what is found in it counts more than what is found beside it. */
    static final String TEXT = "text";

    static final String RECORDED_AT = "recordedAt";
    static final String STATED_FROM = "statedFrom";
    static final String STATED_UNTIL = "statedUntil";
    /** The language that its texts are taken apart by. */
    static final String GRAMMAR = "grammar";

    private final Document document = new Document();
    private final ClaimSummary claim;

    private ClaimDocument(ClaimSummary claim) {
        this.claim = claim;
    }

    /**
     * @param shown the summary as it goes out
     * @param words what takes its texts apart
     */
    static Document of(PublicClaim found, byte[] shown, Analyzer words) {
        ClaimDocument one = new ClaimDocument(found.summary());
        one.identity(shown);
        one.texts(found, words);
        one.facets();
        one.times(found);
        return one.document;
    }

    /** The ranges of languages (RFC 4647 section 3.3.1) that a tag is in: of {@code en-GB} itself and {@code en}. */
    static Collection<String> ranges(String tag) {
        Set<String> ranges = new TreeSet<>();
        for (String rest = tag.toLowerCase(Locale.ROOT); !rest.isEmpty(); ) {
            ranges.add(rest);
            rest = rest.substring(0, Math.max(0, rest.lastIndexOf('-')));
        }
        return ranges;
    }

    private void identity(byte[] shown) {
        document.add(new StringField(ID, claim.id(), Store.NO));
        document.add(new BinaryDocValuesField(ID, new BytesRef(claim.id())));
        document.add(new BinaryDocValuesField(SHOWN, new BytesRef(shown)));
        TypeId.namedIn(shown).forEach(id -> document.add(new StringField(SHOWS, id, Store.NO)));
    }

    private void texts(PublicClaim found, Analyzer words) {
        document.add(new StringField(GRAMMAR, Languages.known(claim.inLanguage()), Store.NO));
        Stream.of(
                        Stream.of(claim.text(), claim.text()),
                        found.texts().stream(),
                        Stream.of(claim.claimant().name()))
                .flatMap(texts -> texts)
                .forEach(text -> document.add(new Words(text, words)));
    }

    private void facets() {
        value(Facet.CLAIMANT, claim.claimant().id(), claim.claimant().name());
        ranges(claim.inLanguage()).forEach(range -> value(Facet.LANGUAGE, range, ""));
        value(Facet.STATUS, claim.status().text(), "");
        claim.about().stream()
                .map(topic -> topic.toLowerCase(Locale.ROOT))
                .distinct()
                .forEach(topic -> value(Facet.TOPIC, topic, ""));
        claim.verdicts().stream()
                .filter(verdict -> verdict.state() == VerdictState.PUBLISHED)
                .map(verdict -> verdict.rating().code())
                .distinct()
                .forEach(rating -> value(Facet.VERDICT, rating, ""));
        claim.verdicts().stream()
                .map(ClaimSummary.VerdictSummary::assessor)
                .distinct()
                .forEach(assessor -> value(Facet.ASSESSOR, assessor.id(), assessor.name()));
    }

    private void value(Facet facet, String value, String label) {
        document.add(new StringField(facet.field(), value, Store.NO));
        document.add(new SortedSetDocValuesField(facet.field(), new BytesRef(Facet.named(value, label))));
    }

    private void times(PublicClaim found) {
        document.add(new NumericDocValuesField(RECORDED_AT, micros(claim.recordedAt())));
        document.add(new IntPoint(STATED_FROM, found.statedFrom()));
        document.add(new IntPoint(STATED_UNTIL, found.statedUntil()));
    }

    private static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }

    /** A text with the grammar of its own language. */
    private static final class Words extends Field {

        private final Analyzer grammar;

        private Words(String text, Analyzer grammar) {
            super(TEXT, text, TextField.TYPE_NOT_STORED);
            this.grammar = grammar;
        }

        @Override
        public TokenStream tokenStream(Analyzer ofTheIndex, @Nullable TokenStream reuse) {
            return grammar.tokenStream(name(), stringValue());
        }
    }
}

package org.claimtrail.search;

import java.util.Locale;
import org.apache.lucene.facet.LabelAndValue;

/** What claims that were found can be counted by, and filtered. */
public enum Facet {
    CLAIMANT,
    TOPIC,
    /** Each range of its tag: of {@code en-gb} also {@code en}. */
    LANGUAGE,
    STATUS,
    /** The code of a published rating that stands. */
    VERDICT,
    /** Who has published an assessment. */
    ASSESSOR;

    /** Between a value and its label; stands in neither. */
    private static final char LABELLED = '\0';

    /** In the index, and in answers. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A value that is counted, with the label that it is shown with; empty where it says enough itself. */
    static String named(String value, String label) {
        return label.isEmpty() ? value : value + LABELLED + label;
    }

    /** The same as it is answered. */
    static FacetCount count(LabelAndValue counted) {
        int end = counted.label.indexOf(LABELLED);
        return end < 0
                ? new FacetCount(counted.label, null, counted.value.intValue())
                : new FacetCount(
                        counted.label.substring(0, end), counted.label.substring(end + 1), counted.value.intValue());
    }
}

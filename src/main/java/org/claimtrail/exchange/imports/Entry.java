package org.claimtrail.exchange.imports;

import java.util.List;
import java.util.Set;
import org.claimtrail.exchange.LocalNames;
import org.claimtrail.exchange.NewRecords;
import org.claimtrail.shared.id.TypeId;

/**
 * A line that is valid by itself.
 *
 * @param number of the line, from 1
 * @param references what it refers to by name
 * @param mentioned ids of all that it may refer to
 */
record Entry(
        long number,
        String kind,
        String name,
        TypeId id,
        NewRecords.Draft draft,
        List<LocalNames.Reference> references,
        Set<String> mentioned) {

    boolean isAssessment() {
        return kind.equals(ImportLine.ASSESSMENT);
    }
}

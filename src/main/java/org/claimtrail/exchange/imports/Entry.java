package org.claimtrail.exchange.imports;

import java.util.Map;
import java.util.Set;
import org.claimtrail.exchange.NewRecords;
import org.claimtrail.shared.id.TypeId;

/**
 * A line that is valid by itself.
 *
 * @param number of the line, from 1
 * @param named id to what stands for it in the file, of all it refers to by name
 * @param mentioned ids, of all it may refer to
 */
record Entry(
        long number,
        String kind,
        String name,
        TypeId id,
        NewRecords.Draft draft,
        Map<String, String> named,
        Set<String> mentioned) {}

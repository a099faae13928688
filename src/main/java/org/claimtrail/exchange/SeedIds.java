package org.claimtrail.exchange;

import org.claimtrail.shared.id.TypeId;

/**
 * Ids of seeds: the same in every database, so that examples in the API description can name them. Their time is
 * 2025-11-05T00:00:00Z.
 */
final class SeedIds {

    static final LocalNames NAMES = new LocalNames(1_762_300_800_000L, "claimtrail seed");

    private SeedIds() {}

    static TypeId of(String kind, String name) {
        return NAMES.id(kind, name);
    }
}

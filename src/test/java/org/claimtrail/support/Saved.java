package org.claimtrail.support;

import org.claimtrail.history.RecordPaths;
import org.claimtrail.shared.id.TypeId;

/** A record that a test made, by its id. */
public record Saved(String id) {

    public String path() {
        return RecordPaths.of(TypeId.parse(id));
    }
}

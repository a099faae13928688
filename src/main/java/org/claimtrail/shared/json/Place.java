package org.claimtrail.shared.json;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands. Its pointer is written when somebody is told of it: there may be very many values below keys
 * that are very long.
 *
 * @param step a key, or a place in an array
 */
public record Place(@Nullable Place within, Object step) {

    public static final Place ROOT = new Place(null, "");

    public Place of(String key) {
        return new Place(this, key);
    }

    public Place at(int index) {
        return new Place(this, index);
    }

    public String pointer() {
        if (within == null) {
            return Pointer.ROOT;
        }
        return step instanceof Integer index
                ? Pointer.child(within.pointer(), index)
                : Pointer.child(within.pointer(), step.toString());
    }
}

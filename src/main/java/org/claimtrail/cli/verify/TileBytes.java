package org.claimtrail.cli.verify;

import java.util.Arrays;
import java.util.List;
import org.claimtrail.merkle.Hash;

/** Compares the bytes of a tile with the hashes that it should hold. */
final class TileBytes {

    private TileBytes() {}

    static void compare(String place, List<Hash> expected, byte[] shown, Findings findings) {
        if (shown.length != expected.size() * Hash.SIZE) {
            findings.problem(place, "it has " + shown.length + " bytes, not " + expected.size() * Hash.SIZE);
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            byte[] hash = Arrays.copyOfRange(shown, i * Hash.SIZE, (i + 1) * Hash.SIZE);
            if (!Arrays.equals(expected.get(i).bytes(), hash)) {
                findings.problem(
                        place, "hash " + i + " is " + Hash.of(hash) + ", but its entries have " + expected.get(i));
                return; // the first one says enough
            }
        }
    }
}

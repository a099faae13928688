package org.claimtrail.audit.log;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.claimtrail.merkle.Frontier;
import org.claimtrail.merkle.Hash;

/** Hashes side by side, as tiles hold them. */
final class Hashes {

    private static final int SIZE = 32;

    private Hashes() {}

    static byte[] join(List<Hash> hashes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(hashes.size() * SIZE);
        hashes.forEach(hash -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }

    /** The first hashes of a tile. */
    static List<Hash> split(byte[] bytes, int width) {
        List<Hash> hashes = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            hashes.add(Hash.of(Arrays.copyOfRange(bytes, i * SIZE, (i + 1) * SIZE)));
        }
        return hashes;
    }

    /** The root over them, as of a tree of its own. */
    static Hash root(List<Hash> hashes) {
        return Growth.over(Frontier.EMPTY, hashes).root();
    }
}

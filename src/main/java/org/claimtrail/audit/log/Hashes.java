package org.claimtrail.audit.log;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.claimtrail.merkle.Hash;

/** Hashes side by side, as tiles hold them. */
final class Hashes {

    private Hashes() {}

    static byte[] join(List<Hash> hashes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(hashes.size() * Hash.SIZE);
        hashes.forEach(hash -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }

    /** The first hashes of a tile. */
    static List<Hash> split(byte[] bytes, int width) {
        List<Hash> hashes = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            hashes.add(Hash.of(Arrays.copyOfRange(bytes, i * Hash.SIZE, (i + 1) * Hash.SIZE)));
        }
        return hashes;
    }
}

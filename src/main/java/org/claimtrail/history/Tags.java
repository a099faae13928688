package org.claimtrail.history;

import java.util.HexFormat;
import org.claimtrail.shared.hash.Sha256;

/** Entity tags: the version's number and the beginning of its content's hash, {@code 3-9f86d081884c}. */
final class Tags {

    private static final int HASH_BYTES = 6;

    private Tags() {}

    static String of(int n, byte[] content) {
        return n + "-" + HexFormat.of().formatHex(Sha256.of(content), 0, HASH_BYTES);
    }
}

package org.claimtrail.merkle;

/** Names of keys: not empty, no space of any kind, no plus (C2SP signed-note, Format). */
final class KeyNames {

    private KeyNames() {}

    static void require(String name) {
        if (name.isEmpty() || name.codePoints().anyMatch(KeyNames::isForbidden)) {
            throw new IllegalArgumentException("no name for a key: '" + name + "'");
        }
    }

    private static boolean isForbidden(int point) {
        return point == '+'
                || point < ' '
                || Character.isSpaceChar(point)
                || Character.isWhitespace(point)
                || point == 0x85;
    }
}

package org.claimtrail.cli.verify;

import java.util.UUID;

/**
 * Ids with a number each, in 20 bytes an id and some room: a million of them as objects would take a hundred bytes each. A hash
 * table with open addressing, at most half full.
 */
final class UuidTable {

    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] high = new long[FIRST_CAPACITY];
    private long[] low = new long[FIRST_CAPACITY];
    /** The number and one; 0 where nothing is. */
    private int[] numbers = new int[FIRST_CAPACITY];

    private int size;

    /** The number of an id; -1 when it has none. */
    int get(UUID id) {
        return numbers[slot(id.getMostSignificantBits(), id.getLeastSignificantBits())] - 1;
    }

    /** Gives an id a number that is not negative; false when it has one. */
    boolean put(UUID id, int number) {
        int slot = slot(id.getMostSignificantBits(), id.getLeastSignificantBits());
        if (numbers[slot] != 0) {
            return false;
        }
        set(slot, id.getMostSignificantBits(), id.getLeastSignificantBits(), number + 1);
        if (++size * 2 > numbers.length) {
            grow();
        }
        return true;
    }

    int size() {
        return size;
    }

    private void set(int slot, long highBits, long lowBits, int number) {
        high[slot] = highBits;
        low[slot] = lowBits;
        numbers[slot] = number;
    }

    private int slot(long highBits, long lowBits) {
        long mixed = (highBits * 0x9E3779B97F4A7C15L ^ lowBits) * 0xC2B2AE3D27D4EB4FL;
        int slot = (int) (mixed >>> 33) & numbers.length - 1;
        while (numbers[slot] != 0 && (high[slot] != highBits || low[slot] != lowBits)) {
            slot = slot + 1 & numbers.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        int[] old = numbers;
        high = new long[old.length * 2];
        low = new long[old.length * 2];
        numbers = new int[old.length * 2];
        for (int i = 0; i < old.length; i++) {
            if (old[i] != 0) {
                set(slot(oldHigh[i], oldLow[i]), oldHigh[i], oldLow[i], old[i]);
            }
        }
    }
}

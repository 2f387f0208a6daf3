package lectern.planner.search;

import java.util.Arrays;

/// A growing array of longs. Not thread-safe.
final class LongList {

    private long[] items = new long[16];
    private int size;

    void add(long item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    long get(int index) {
        return items[index];
    }

    void clear() {
        size = 0;
    }

    long[] toArray() {
        return Arrays.copyOf(items, size);
    }
}

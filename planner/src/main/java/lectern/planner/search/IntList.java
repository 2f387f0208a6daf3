package lectern.planner.search;

import java.util.Arrays;

/// A growing array of ints. Not thread-safe.
final class IntList {

    int[] items = new int[16];
    int size;

    void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    void clear() {
        size = 0;
    }

    int[] toArray() {
        return Arrays.copyOf(items, size);
    }
}

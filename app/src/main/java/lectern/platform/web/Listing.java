package lectern.platform.web;

import java.util.List;

/// One page of a list.
///
/// @param total how many there are in all
/// @param number the page, from 1
/// @param size rows a page
public record Listing<T>(List<T> rows, long total, int number, int size) {
    /// Rows of a page everywhere.
    public static final int SIZE = 30;

    public static <T> Listing<T> of(List<T> rows, long total, int number) {
        return new Listing<>(rows, total, number, SIZE);
    }

    /// The page's number, made at least 1.
    public static int page(int asked) {
        return Math.clamp(asked, 1, 100_000);
    }

    public static int offset(int page) {
        return (page(page) - 1) * SIZE;
    }

    public int last() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public boolean isEmpty() {
        return total == 0;
    }
}

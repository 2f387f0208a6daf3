package lectern.platform.web;

import java.util.List;

/// One page of a list.
///
/// @param total how many there are in all; one more than [#MOST] stands for "more than that"
/// @param number the page, from 1
/// @param size rows a page
public record Listing<T>(List<T> rows, long total, int number, int size) {
    /// Rows of a page everywhere.
    public static final int SIZE = 30;

    /// Rows that are counted and paged through; beyond, people filter. Counting a whole table costs a page more than
    /// anything else on it.
    public static final int MOST = 3000;

    /// SQL that counts as far as lists are counted.
    ///
    /// @param rows `from … where …`
    public static String counting(String rows) {
        return "select count(*) from (select " + rows + " limit " + (MOST + 1) + ") counted";
    }

    public static <T> Listing<T> of(List<T> rows, long total, int number) {
        return new Listing<>(rows, total, number, SIZE);
    }

    /// The page's number, made at least 1.
    public static int page(int asked) {
        return Math.clamp(asked, 1, MOST / SIZE);
    }

    public static int offset(int page) {
        return (page(page) - 1) * SIZE;
    }

    /// Whether there are more than are counted.
    public boolean isMore() {
        return total > MOST;
    }

    public int last() {
        return (int) Math.max(1, (Math.min(total, MOST) + size - 1) / size);
    }

    public boolean isEmpty() {
        return total == 0;
    }
}

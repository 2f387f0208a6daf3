package lectern.planner.roads;

/// The minutes between some positions and some others, two bytes each. Changed only before others can see it.
final class Block {

    private static final char UNKNOWN = 0;
    private static final char NO_WAY = Character.MAX_VALUE;

    private final int size;

    /// Minutes and one more, so that what is unknown is 0.
    private final char[] entries;

    Block(int size) {
        this(size, new char[size * size]);
    }

    private Block(int size, char[] entries) {
        this.size = size;
        this.entries = entries;
    }

    Block copy() {
        return new Block(size, entries.clone());
    }

    boolean isKnown(int row, int column) {
        return entries[row * size + column] != UNKNOWN;
    }

    /// Minutes or [Table#NO_WAY].
    int get(int row, int column) {
        char entry = entries[row * size + column];
        return entry == NO_WAY ? Table.NO_WAY : entry - 1;
    }

    void set(int row, int column, int minutes) {
        entries[row * size + column] = minutes == Table.NO_WAY ? NO_WAY : (char) (minutes + 1);
    }
}

package lectern.planner.search;

/// The talks that nobody gives at the moment, in no particular order. Not thread-safe.
final class AbsentTalks {

    private final int[] talks;
    private final int[] position;
    private int count;

    /// All talks are absent.
    AbsentTalks(int talkCount) {
        talks = new int[talkCount];
        position = new int[talkCount];
        for (int t = 0; t < talkCount; t++) {
            talks[t] = t;
            position[t] = t;
        }
        count = talkCount;
    }

    int count() {
        return count;
    }

    int get(int index) {
        return talks[index];
    }

    void add(int talk) {
        place(talk, count++);
    }

    void remove(int talk) {
        int hole = position[talk];
        int filler = talks[--count];
        place(filler, hole);
        place(talk, count);
    }

    /// Those past the count keep a position too, so that adding only swaps.
    private void place(int talk, int at) {
        talks[at] = talk;
        position[talk] = at;
    }
}

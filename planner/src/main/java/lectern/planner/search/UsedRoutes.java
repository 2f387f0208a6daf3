package lectern.planner.search;

import static lectern.planner.search.Routes.NONE;

import java.util.Arrays;

/// Who has talks and when: for each group the speakers who have some, for each speaker the routes that have some. Not
/// thread-safe.
final class UsedRoutes {

    /// Of each group its speakers, those with talks first.
    final int[] speaker;

    /// How many speakers of a group have talks.
    final int[] speakers;

    /// First used route of each speaker.
    final int[] first;

    /// The speaker's next used route, in no particular order.
    final int[] next;

    /// Speakers with talks in all groups.
    int count;

    private final Compiled problem;
    private final int[] previous;
    private final int[] position;

    UsedRoutes(Compiled problem) {
        this.problem = problem;
        speaker = problem.groupSpeaker.clone();
        speakers = new int[problem.groups];
        position = new int[problem.speakers];
        for (int i = 0; i < speaker.length; i++) {
            position[speaker[i]] = i;
        }
        first = new int[problem.speakers];
        next = new int[problem.routes];
        previous = new int[problem.routes];
        Arrays.fill(first, NONE);
    }

    void add(int r) {
        int s = problem.routeSpeaker[r];
        int head = first[s];
        if (head == NONE) {
            int group = problem.group[s];
            swap(s, problem.groupOffset[group] + speakers[group]++);
            count++;
        } else {
            previous[head] = r;
        }
        next[r] = head;
        previous[r] = NONE;
        first[s] = r;
    }

    void remove(int r) {
        int s = problem.routeSpeaker[r];
        int before = previous[r];
        int behind = next[r];
        if (before == NONE) {
            first[s] = behind;
        } else {
            next[before] = behind;
        }
        if (behind != NONE) {
            previous[behind] = before;
        }
        if (first[s] == NONE) {
            int group = problem.group[s];
            swap(s, problem.groupOffset[group] + --speakers[group]);
            count--;
        }
    }

    private void swap(int s, int to) {
        int from = position[s];
        int other = speaker[to];
        speaker[from] = other;
        speaker[to] = s;
        position[other] = from;
        position[s] = to;
    }
}

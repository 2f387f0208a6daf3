package lectern.planner.search;

import static lectern.planner.search.Routes.NONE;

import java.util.Arrays;

/// Puts talks back one after the other, each where it is cheapest, overlooking a place now and then. Not thread-safe.
final class Recreate {

    private static final double BLINK_RATE = 0.01;
    private static final int MOST_ABSENT = 12;

    /// How often talks are put back even at a loss, which others may then make good.
    private static final double AT_A_LOSS = 0.2;

    private final Compiled problem;
    private final Routes routes;
    private final Insertion insertion;
    private final RandomNumbers random;
    private final IntList pool = new IntList();
    private final int[] pooled;
    private long[] keys = new long[64];
    private int step;

    Recreate(Routes routes, Insertion insertion, RandomNumbers random) {
        this.problem = routes.problem;
        this.routes = routes;
        this.insertion = insertion;
        this.random = random;
        this.pooled = new int[problem.talks];
    }

    /// Those removed, and with them the seed and some that nobody gives, those near the seed first.
    void from(IntList removed, int seed) {
        step++;
        pool.clear();
        for (int i = 0; i < removed.size; i++) {
            add(removed.items[i]);
        }
        addAbsent(seed);
        order(seed);
        long below = random.chance(AT_A_LOSS) ? Long.MAX_VALUE : 0;
        for (int i = 0; i < pool.size; i++) {
            insertion.insertCheapest(pool.items[i], BLINK_RATE, below);
        }
        if (below > 0) {
            dropLosses();
        }
    }

    /// Talks that did not pay alone may pay together; those that still do not are left out again.
    private void dropLosses() {
        for (int i = pool.size - 1; i >= 0; i--) {
            int talk = pool.items[i];
            if (routes.route[talk] != NONE && routes.costOfRemoval(talk) < 0) {
                routes.remove(talk);
            }
        }
    }

    private void add(int talk) {
        if (pooled[talk] != step && routes.route[talk] == NONE && problem.options(talk) > 0) {
            pooled[talk] = step;
            pool.add(talk);
        }
    }

    private void addAbsent(int seed) {
        add(seed);
        int most = pool.size + MOST_ABSENT;
        int absent = routes.absent.count();
        if (absent <= most) {
            for (int i = 0; i < absent; i++) {
                add(routes.absent.get(i));
            }
            return;
        }
        int[] near = problem.venues.near(problem.venue[seed]);
        for (int i = 0; i < near.length && pool.size < most - 3; i++) {
            for (int talk : problem.talksAtVenue[near[i]]) {
                if (pool.size < most - 3) {
                    add(talk);
                }
            }
        }
        while (pool.size < most && random.chance(0.9)) {
            add(routes.absent.get(random.below(absent)));
        }
    }

    /// Random 4 : dearest to leave out 3 : far from the seed 2 : near 1 : fewest ways 3 : shortest window 2 : earliest
    /// 1 : latest 1.
    private void order(int seed) {
        random.shuffle(pool.items, pool.size);
        int way = random.below(17);
        if (way < 4) {
            return;
        }
        if (keys.length < pool.size) {
            keys = new long[pool.size * 2];
        }
        for (int i = 0; i < pool.size; i++) {
            keys[i] = (Math.min(key(pool.items[i], seed, way), Integer.MAX_VALUE) << 32) | pool.items[i];
        }
        Arrays.sort(keys, 0, pool.size);
        for (int i = 0; i < pool.size; i++) {
            pool.items[i] = (int) keys[i];
        }
    }

    private long key(int talk, int seed, int way) {
        int opens = problem.windowFrom[problem.windowOffset[talk]];
        int closes = problem.windowTo[problem.windowOffset[talk + 1] - 1];
        if (way < 7) {
            long most = Integer.MAX_VALUE;
            return most - Math.min(most, problem.leaveCost[talk] + problem.load[talk]);
        } else if (way < 9) {
            return Integer.MAX_VALUE - problem.venues.travel(problem.venue[seed], problem.venue[talk]);
        } else if (way < 10) {
            return problem.venues.travel(problem.venue[seed], problem.venue[talk]);
        } else if (way < 13) {
            return problem.options(talk);
        } else if (way < 15) {
            return closes - opens;
        }
        return way < 16 ? opens : Integer.MAX_VALUE - closes;
    }
}

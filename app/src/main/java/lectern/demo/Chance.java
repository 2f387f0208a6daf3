package lectern.demo;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Seeded chance: the same seed makes the same city, identifiers included.
final class Chance {
    /// Identifiers are UUIDv7 of one fixed moment (2026-01-01), random behind it.
    private static final long MOMENT = 1_767_225_600_000L;

    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    double unit() {
        return random.nextDouble();
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /// The index of one of the weights, each as likely as its share.
    int weighted(int... weights) {
        var total = 0;
        for (var weight : weights) {
            total += weight;
        }
        var drawn = random.nextInt(total);
        var index = 0;
        while (drawn >= weights[index]) {
            drawn -= weights[index++];
        }
        return index;
    }

    UUID id() {
        var high = MOMENT << 16 | 0x7000 | random.nextInt(0x1000);
        var low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}

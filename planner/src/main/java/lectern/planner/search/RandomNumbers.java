package lectern.planner.search;

/// SplitMix64 (Steele, Lea & Flood 2014): small, fast, and the same numbers on every machine. Not thread-safe.
final class RandomNumbers {

    private long state;

    RandomNumbers(long seed) {
        state = seed;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /// 0 ≤ result < bound
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /// 0 ≤ result < 1
    double fraction() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return fraction() < probability;
    }

    void shuffle(int[] numbers, int count) {
        for (int i = count - 1; i > 0; i--) {
            int j = below(i + 1);
            int swapped = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = swapped;
        }
    }
}

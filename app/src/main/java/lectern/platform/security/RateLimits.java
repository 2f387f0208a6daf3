package lectern.platform.security;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import lectern.platform.web.Refusal;
import org.springframework.stereotype.Component;

/// All limits on how often one address may do something, per node. The log-in has its own throttle in the database.
@Component
public class RateLimits {
    /// What is limited, and to how much.
    public enum Kind {
        /// An office of hundreds shares one address on Monday morning; guesses at one account are slowed much earlier.
        LOGIN(300, Duration.ofMinutes(5)),
        PUBLIC_REQUEST(5, Duration.ofMinutes(10)),
        PUBLIC_RATING(60, Duration.ofMinutes(10)),
        API(600, Duration.ofMinutes(1)),
        /// Calendar programs of a whole office behind one address.
        FEED_ADDRESS(300, Duration.ofMinutes(5)),
        FEED(30, Duration.ofMinutes(5));

        private final Bandwidth bandwidth;

        Kind(int times, Duration within) {
            bandwidth = Bandwidth.builder()
                    .capacity(times)
                    .refillGreedy(times, within)
                    .build();
        }
    }

    private record Key(Kind kind, String address) {}

    /// Past this number of addresses the idle ones are forgotten, so that an attacker cannot fill the memory.
    private static final int MOST_ADDRESSES = 50_000;

    private final ConcurrentHashMap<Key, Bucket> buckets = new ConcurrentHashMap<>();

    /// Counts one more.
    ///
    /// @throws Refusal 429 with the seconds to wait, when it was too often
    public void count(Kind kind, String address) {
        if (buckets.size() > MOST_ADDRESSES) {
            buckets.clear();
        }
        var probe = buckets.computeIfAbsent(
                        new Key(kind, address),
                        key -> Bucket.builder().addLimit(key.kind().bandwidth).build())
                .tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Refusal.tooOften(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }
}

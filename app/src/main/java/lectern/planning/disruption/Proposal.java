package lectern.planning.disruption;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A proposal as people look at it.
///
/// @param state DRAFT, APPLIED or DISCARDED
public record Proposal(UUID id, String state, Instant madeAt, List<Row> rows) {
    /// One talk, before and after.
    ///
    /// @param after null when it cannot be saved
    public record Row(
            ChangeLine line,
            String topic,
            String unit,
            Named before,
            @Nullable Named after,
            boolean applied) {
        public boolean newSpeaker() {
            var spot = line.after();
            return spot != null
                    && !java.util.Objects.equals(spot.speaker(), line.before().speaker());
        }

        public boolean newTime() {
            var spot = line.after();
            return spot != null && !spot.startsAt().equals(line.before().startsAt());
        }

        public boolean newVenue() {
            var spot = line.after();
            return spot != null && !spot.venue().equals(line.before().venue());
        }
    }

    /// @param speaker empty while nobody is found
    public record Named(String speaker, String venue) {}

    public boolean isDraft() {
        return state.equals("DRAFT");
    }

    public List<Row> saved() {
        return rows.stream().filter(row -> row.line().isSaved()).toList();
    }

    public List<Row> lost() {
        return rows.stream().filter(row -> !row.line().isSaved()).toList();
    }

    /// What is proposed; once it was carried out, only what really changed.
    private List<Row> counted() {
        return saved().stream()
                .filter(row -> row.applied() || !state.equals("APPLIED"))
                .toList();
    }

    /// How many broken talks can be held after all.
    public long mended() {
        return counted().size() - helpers();
    }

    /// Minutes of travel more than before; less when it is below 0.
    public long travel() {
        return counted().stream().mapToLong(row -> row.line().travel()).sum();
    }

    /// How many talks move that were not broken.
    public long helpers() {
        return counted().stream()
                .filter(row -> row.line().cause() == Cause.HELPS)
                .count();
    }

    /// Tests of the planner, in their order, for one that was lost.
    public static List<String> tests(Map<String, Integer> funnel) {
        return java.util.stream.Stream.of("speakers", "skills", "tier", "available", "reachable", "free")
                .filter(funnel::containsKey)
                .toList();
    }
}

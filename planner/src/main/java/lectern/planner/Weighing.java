package lectern.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lectern.planner.model.Assignment;
import lectern.planner.model.Cost;
import lectern.planner.model.InvalidProblemException;
import lectern.planner.model.Plan;
import lectern.planner.model.Shift;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.Window;
import lectern.planner.rules.Costs;
import lectern.planner.rules.Directory;
import lectern.planner.rules.Openings;
import org.jspecify.annotations.Nullable;

/// What speaks for and against each speaker for one talk, the rest of a plan staying as it is. All differences are
/// against the plan as it stands. Not thread-safe.
public final class Weighing {

    private static final Comparator<Alternative> CHEAPEST_FIRST = Comparator.<Alternative>comparingLong(
                    alternative -> alternative.difference().total())
            .thenComparingInt(Alternative::start)
            .thenComparing(Alternative::speaker);

    private final Directory directory;
    private final Talk talk;
    private final @Nullable Assignment given;
    private final Openings openings;
    private final Map<String, List<Assignment>> bySpeaker = new HashMap<>();
    private final Map<String, List<Assignment>> byPlace = new HashMap<>();
    private final Cost now;

    /// Somebody who would be better, were it not for one rule.
    ///
    /// @param without what he would change without that rule
    public record Excluded(Exclusion rule, Alternative without) {}

    private Weighing(Directory directory, Plan plan, Talk talk) {
        this.directory = directory;
        this.talk = talk;
        List<Assignment> others = plan.without(talk.id()).assignments();
        given = plan.assignments().stream()
                .filter(each -> each.talk().equals(talk.id()))
                .findFirst()
                .orElse(null);
        openings = new Openings(directory, others);
        for (Assignment other : others) {
            Talk there = directory.talk(other.talk());
            if (there != null) {
                bySpeaker
                        .computeIfAbsent(other.speaker(), absent -> new ArrayList<>())
                        .add(other);
                byPlace.computeIfAbsent(there.place(), absent -> new ArrayList<>())
                        .add(other);
            }
        }
        Speaker speaker = given == null ? null : directory.speaker(given.speaker());
        now = given == null || speaker == null ? Cost.ZERO : openings.difference(talk, speaker, given.start());
    }

    /// @throws InvalidProblemException when there is no such talk
    public static Weighing of(Directory directory, Plan plan, String talkId) {
        Talk talk = directory.talk(talkId);
        if (talk == null) {
            throw new InvalidProblemException("there is no talk \"" + talkId + "\"");
        }
        return new Weighing(directory, plan, talk);
    }

    public Funnel funnel() {
        return Funnel.of(openings, talk);
    }

    /// The cheapest speakers who could take the talk, each at the cheapest start, whoever gives it now among them.
    public List<Alternative> ranked(int limit) {
        return Alternatives.ranked(openings, talk, limit).stream()
                .map(each -> new Alternative(
                        each.speaker(), each.start(), each.difference().minus(now)))
                .toList();
    }

    /// The starts at which the speaker could give the talk, the cheapest first: in each gap between other talks the
    /// earliest. Empty when a rule excludes the speaker.
    public List<Alternative> times(String speakerId) {
        Speaker speaker = directory.speaker(speakerId);
        if (speaker == null || exclusion(speaker) != null) {
            return List.of();
        }
        return at(speaker).sorted(CHEAPEST_FIRST).toList();
    }

    private Stream<Alternative> at(Speaker speaker) {
        return openings.starts(talk, speaker).stream()
                .map(start -> new Alternative(
                        speaker.id(),
                        start,
                        openings.difference(talk, speaker, start).minus(now)));
    }

    /// The first rule that keeps the speaker from the talk; empty for who could give it.
    public Optional<Exclusion> exclusion(String speakerId) {
        Speaker speaker = directory.speaker(speakerId);
        return speaker == null ? Optional.empty() : Optional.ofNullable(exclusion(speaker));
    }

    private @Nullable Exclusion exclusion(Speaker speaker) {
        List<String> missing = talk.needs().stream()
                .filter(need -> !speaker.skills().contains(need))
                .toList();
        if (!missing.isEmpty()) {
            return new Exclusion.MissingSkills(missing);
        }
        return switch (openings.passes(talk, speaker)) {
            case SPEAKERS, SKILLS -> new Exclusion.TierTooLow(speaker.tier(), talk.minTier());
            case TIER -> new Exclusion.NotAvailable(nearestShift(speaker));
            case AVAILABLE ->
                new Exclusion.OutOfReach(
                        directory.travel(speaker.home(), talk.place()), directory.travel(talk.place(), speaker.home()));
            case REACHABLE -> taken(speaker);
            case FREE, COST -> null;
        };
    }

    private @Nullable Shift nearestShift(Speaker speaker) {
        return speaker.shifts().stream()
                .min(Comparator.comparingLong(this::distance).thenComparingInt(Shift::start))
                .orElse(null);
    }

    /// Minutes by which the shift misses the nearest window.
    private long distance(Shift shift) {
        long least = Long.MAX_VALUE;
        for (Window window : talk.windows()) {
            long early = shift.start() - (long) window.to();
            long late = (long) window.from() + talk.minutes() - shift.end();
            least = Math.min(least, Math.max(0, Math.max(early, late)));
        }
        return least;
    }

    /// What keeps a speaker from the talk who has all that it takes and could get there.
    private Exclusion taken(Speaker speaker) {
        List<Assignment> own = own(speaker);
        if (own.size() >= speaker.maxTalks()) {
            return new Exclusion.LimitReached(own.size(), speaker.maxTalks());
        }
        List<Integer> alone = new Openings(directory, own).starts(talk, speaker);
        if (!alone.isEmpty()) {
            return new Exclusion.PlaceTaken(atPlace(alone.getFirst()));
        }
        Speaker uncapped = copy(speaker, speaker.maxTalks(), Speaker.NO_CAP, 0);
        if (!new Openings(directory, own).starts(talk, uncapped).isEmpty()) {
            return new Exclusion.ShiftsFull();
        }
        for (Assignment one : own) {
            List<Assignment> rest = new ArrayList<>(own);
            rest.remove(one);
            if (!new Openings(directory, rest).starts(talk, uncapped).isEmpty()) {
                return new Exclusion.Busy(one.talk());
            }
        }
        return new Exclusion.Busy(own.isEmpty() ? "" : own.getFirst().talk());
    }

    private List<Assignment> own(Speaker speaker) {
        return bySpeaker.getOrDefault(speaker.id(), List.of()).stream()
                .sorted(Comparator.comparingInt(Assignment::start))
                .toList();
    }

    private String atPlace(int start) {
        for (Assignment other : byPlace.getOrDefault(talk.place(), List.of())) {
            Talk there = directory.talk(other.talk());
            if (there != null
                    && other.start() < start + talk.minutes()
                    && start < (long) other.start() + there.minutes()) {
                return other.talk();
            }
        }
        return "";
    }

    private static Speaker copy(Speaker speaker, int maxTalks, int maxTalksPerShift, int capacity) {
        return new Speaker(
                speaker.id(),
                speaker.home(),
                speaker.skills(),
                speaker.tier(),
                speaker.shifts(),
                maxTalks,
                maxTalksPerShift,
                capacity,
                speaker.fit());
    }

    /// Speakers whom one rule alone excludes and who would make the plan cheaper without it, the cheapest first. Who
    /// has no time is reckoned with a trip of its own from home at the start that the talk has now.
    public List<Excluded> betterButExcluded() {
        List<Excluded> better = new ArrayList<>();
        for (Speaker speaker : openings.all()) {
            if (given == null || given.speaker().equals(speaker.id()) || isDearerAnyhow(speaker, given.start())) {
                continue;
            }
            Exclusion rule = exclusion(speaker);
            Alternative without = rule == null ? null : without(speaker, rule, given.start());
            if (rule != null && without != null && without.difference().total() < 0) {
                better.add(new Excluded(rule, without));
            }
        }
        better.sort(Comparator.comparing(Excluded::without, CHEAPEST_FIRST));
        return better;
    }

    /// Whether somebody who has nothing else would make the plan no cheaper even if no rule spoke against it. One trip
    /// from home costs the same whenever it is, so that his shifts need not be looked at; most speakers end here.
    private boolean isDearerAnyhow(Speaker speaker, int start) {
        if (bySpeaker.containsKey(speaker.id())) {
            return false;
        }
        Assignment previous = directory.previous(talk.id());
        int cheapest = previous == null ? start : previous.start();
        return Costs.ofOwnTrip(directory, speaker, List.of(), talk, cheapest)
                        .minus(now)
                        .total()
                >= 0;
    }

    private @Nullable Alternative without(Speaker speaker, Exclusion rule, int start) {
        return switch (rule) {
            case Exclusion.MissingSkills skills -> speaker.tier() < talk.minTier() ? null : cheapest(speaker);
            case Exclusion.TierTooLow low -> cheapest(speaker);
            case Exclusion.LimitReached reached ->
                cheapest(copy(speaker, Speaker.NO_CAP, speaker.maxTalksPerShift(), speaker.capacity()));
            case Exclusion.NotAvailable away -> ownTrip(speaker, start);
            case Exclusion.OutOfReach far -> ownTrip(speaker, start);
            case Exclusion.ShiftsFull full -> ownTrip(speaker, start);
            case Exclusion.Busy busy -> ownTrip(speaker, start);
            case Exclusion.PlaceTaken place -> null;
        };
    }

    private @Nullable Alternative cheapest(Speaker speaker) {
        return at(speaker).min(CHEAPEST_FIRST).orElse(null);
    }

    private @Nullable Alternative ownTrip(Speaker speaker, int start) {
        List<Assignment> own = own(speaker);
        return own.size() >= speaker.maxTalks()
                ? null
                : new Alternative(
                        speaker.id(),
                        start,
                        Costs.ofOwnTrip(directory, speaker, own, talk, start).minus(now));
    }
}

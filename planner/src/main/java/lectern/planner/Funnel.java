package lectern.planner;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lectern.planner.model.FunnelCounts;
import lectern.planner.model.FunnelTest;
import lectern.planner.model.InvalidProblemException;
import lectern.planner.model.Plan;
import lectern.planner.model.Problem;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.UnservedTalk;
import lectern.planner.rules.Directory;
import lectern.planner.rules.Openings;

/// Who is left after each test for one talk, for a plan as it stands. Immutable.
public final class Funnel {

    private final Talk talk;
    private final Map<FunnelTest, List<String>> survivors;

    private Funnel(Talk talk, Map<FunnelTest, List<String>> survivors) {
        this.talk = talk;
        this.survivors = survivors;
    }

    /// If the plan has the talk assigned, it is taken out first.
    ///
    /// @throws InvalidProblemException when there is no such talk
    public static Funnel of(Problem problem, Plan plan, String talkId) {
        Directory directory = new Directory(problem);
        Talk talk = directory.talk(talkId);
        if (talk == null) {
            throw new InvalidProblemException("there is no talk \"" + talkId + "\"");
        }
        Openings openings = new Openings(directory, plan.without(talkId).assignments());
        return of(openings, talk);
    }

    static Funnel of(Openings openings, Talk talk) {
        Map<FunnelTest, List<String>> survivors = new EnumMap<>(FunnelTest.class);
        for (FunnelTest test : FunnelTest.values()) {
            survivors.put(test, new ArrayList<>());
        }
        openings.all().forEach(speaker -> add(survivors, FunnelTest.SPEAKERS, speaker));
        for (Speaker speaker : openings.skilled(talk)) {
            FunnelTest last = openings.passes(talk, speaker);
            for (FunnelTest test : FunnelTest.values()) {
                if (test != FunnelTest.SPEAKERS && test.compareTo(last) <= 0) {
                    add(survivors, test, speaker);
                }
            }
        }
        return new Funnel(talk, survivors);
    }

    private static void add(Map<FunnelTest, List<String>> survivors, FunnelTest test, Speaker speaker) {
        survivors.computeIfAbsent(test, absent -> new ArrayList<>()).add(speaker.id());
    }

    /// Speakers left after this test and all before it, in the problem's order.
    public List<String> survivors(FunnelTest test) {
        FunnelTest last = test == FunnelTest.COST ? FunnelTest.FREE : test;
        return List.copyOf(survivors.getOrDefault(last, List.of()));
    }

    public FunnelCounts counts() {
        return new FunnelCounts(
                count(FunnelTest.SPEAKERS),
                count(FunnelTest.SKILLS),
                count(FunnelTest.TIER),
                count(FunnelTest.AVAILABLE),
                count(FunnelTest.REACHABLE),
                count(FunnelTest.FREE));
    }

    private int count(FunnelTest test) {
        return survivors.getOrDefault(test, List.of()).size();
    }

    public FunnelTest blocked() {
        return counts().blocked();
    }

    UnservedTalk explain() {
        return new UnservedTalk(talk.id(), counts(), blocked());
    }
}

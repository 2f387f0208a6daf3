package lectern.planner.format;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import lectern.planner.model.Assignment;
import lectern.planner.model.Cost;
import lectern.planner.model.FunnelCounts;
import lectern.planner.model.FunnelTest;
import lectern.planner.model.Plan;
import lectern.planner.model.Run;
import lectern.planner.model.UnservedTalk;
import org.jspecify.annotations.Nullable;

/// A plan, whoever made it.
final class PlanReader {

    private static final Set<String> KEYS = Set.of("assignments", "unserved", "cost", "run");

    private final JsonInput input;
    private @Nullable List<Assignment> assignments;
    private List<UnservedTalk> unserved = List.of();
    private @Nullable Cost cost;
    private @Nullable Run run;

    PlanReader(JsonInput input) {
        this.input = input;
    }

    Plan read() {
        input.object("", KEYS, this::member);
        if (assignments == null) {
            throw input.fault("", "\"assignments\" is missing");
        }
        return new Plan(assignments, unserved, cost, run);
    }

    private void member(String key) {
        switch (key) {
            case "assignments" -> assignments = input.list(key, FormatLimits.ASSIGNMENTS, PlanFile::assignment);
            case "unserved" -> unserved = input.list(key, FormatLimits.ASSIGNMENTS, PlanReader::unserved);
            case "cost" -> cost = cost(input.value(key));
            default -> run = run(input.value(key));
        }
    }

    private static UnservedTalk unserved(Located json) {
        json.object(Set.of("talk", "funnel", "blocked"));
        Located funnel =
                json.get("funnel").object(Set.of("speakers", "skills", "tier", "available", "reachable", "free"));
        FunnelCounts counts = new FunnelCounts(
                funnel.get("speakers").integer(),
                funnel.get("skills").integer(),
                funnel.get("tier").integer(),
                funnel.get("available").integer(),
                funnel.get("reachable").integer(),
                funnel.get("free").integer());
        return new UnservedTalk(json.get("talk").text(), counts, test(json.get("blocked")));
    }

    private static FunnelTest test(Located json) {
        List<String> names =
                Arrays.stream(FunnelTest.values()).map(PlanFile::name).toList();
        int index = names.indexOf(json.text());
        if (index < 0) {
            throw json.fault("\"" + json.text() + "\" is none of " + String.join(", ", names));
        }
        return FunnelTest.values()[index];
    }

    private static Cost cost(Located json) {
        json.object(Set.of(
                "total", "unserved", "travel", "shift", "misfit", "load", "repeat", "overtier", "change", "move"));
        return new Cost(
                json.get("total").wholeNumber(),
                json.get("unserved").wholeNumber(),
                json.get("travel").wholeNumber(),
                json.get("shift").wholeNumber(),
                json.get("misfit").wholeNumber(),
                json.get("load").wholeNumber(),
                json.get("repeat").wholeNumber(),
                json.get("overtier").wholeNumber(),
                json.get("change").wholeNumber(),
                json.get("move").wholeNumber());
    }

    private static Run run(Located json) {
        json.object(Set.of("seconds", "iterations", "seed", "threads"));
        return new Run(
                json.get("seconds").number(),
                json.get("iterations").wholeNumber(),
                json.get("seed").wholeNumber(),
                json.get("threads").integer());
    }
}

package lectern.planner.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lectern.planner.model.Assignment;
import lectern.planner.model.Cost;
import lectern.planner.model.FunnelCounts;
import lectern.planner.model.FunnelTest;
import lectern.planner.model.Plan;
import lectern.planner.model.Run;
import lectern.planner.model.UnservedTalk;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A plan as JSON in UTF-8. Stateless.
public final class PlanFile {

    private PlanFile() {}

    /// Only `assignments` must be there, so that plans made elsewhere can be judged.
    ///
    /// @throws lectern.planner.model.InvalidProblemException with one line that says what is wrong and where
    public static Plan read(byte[] json) {
        Located root = Json.read(json).object(Set.of("assignments", "unserved", "cost", "run"));
        return new Plan(
                root.get("assignments").list(PlanFile::assignment),
                root.listOrNone("unserved", PlanFile::unserved),
                root.has("cost") ? cost(root.get("cost")) : null,
                root.has("run") ? run(root.get("run")) : null);
    }

    static Assignment assignment(Located json) {
        json.object(Set.of("talk", "speaker", "start"));
        return new Assignment(
                json.get("talk").text(),
                json.get("speaker").text(),
                json.get("start").integer());
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

    /// What [#read] understands as the same plan.
    public static byte[] write(Plan plan) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode assignments = root.putArray("assignments");
        plan.assignments().forEach(assignment -> assignments.add(tree(assignment)));
        ArrayNode unserved = root.putArray("unserved");
        plan.unserved().forEach(talk -> unserved.add(tree(talk)));
        if (plan.cost() != null) {
            root.set("cost", tree(plan.cost()));
        }
        if (plan.run() != null) {
            root.putObject("run")
                    .put("seconds", plan.run().seconds())
                    .put("iterations", plan.run().iterations())
                    .put("seed", plan.run().seed())
                    .put("threads", plan.run().threads());
        }
        return Json.write(root);
    }

    static ObjectNode tree(Assignment assignment) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("talk", assignment.talk())
                .put("speaker", assignment.speaker())
                .put("start", assignment.start());
    }

    private static ObjectNode tree(UnservedTalk unserved) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("talk", unserved.talk());
        json.putObject("funnel")
                .put("speakers", unserved.funnel().speakers())
                .put("skills", unserved.funnel().skills())
                .put("tier", unserved.funnel().tier())
                .put("available", unserved.funnel().available())
                .put("reachable", unserved.funnel().reachable())
                .put("free", unserved.funnel().free());
        return json.put("blocked", name(unserved.blocked()));
    }

    private static String name(FunnelTest test) {
        return test.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode tree(Cost cost) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("total", cost.total())
                .put("unserved", cost.unserved())
                .put("travel", cost.travel())
                .put("shift", cost.shift())
                .put("misfit", cost.misfit())
                .put("load", cost.load())
                .put("repeat", cost.repeat())
                .put("overtier", cost.overtier())
                .put("change", cost.change())
                .put("move", cost.move());
    }
}

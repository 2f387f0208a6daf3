package lectern.planner.format;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import lectern.planner.model.Assignment;
import lectern.planner.model.Cost;
import lectern.planner.model.FunnelTest;
import lectern.planner.model.Plan;
import lectern.planner.model.UnservedTalk;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A plan as JSON in UTF-8; docs/planner-format.md has every key. Stateless.
public final class PlanFile {

    private PlanFile() {}

    /// Only `assignments` must be there, so that plans made elsewhere can be judged.
    ///
    /// @throws lectern.planner.model.InvalidProblemException with one line that says what is wrong and where
    public static Plan read(byte[] json) {
        return read(new ByteArrayInputStream(json));
    }

    /// As [#read(byte[])], front to end. The stream is read and not closed.
    ///
    /// @throws lectern.planner.model.InvalidProblemException with one line that says what is wrong and where
    /// @throws java.io.UncheckedIOException when the stream fails
    public static Plan read(InputStream json) {
        return JsonInput.read(json, input -> new PlanReader(input).read());
    }

    static Assignment assignment(Located json) {
        json.object(Set.of("talk", "speaker", "start"));
        return new Assignment(
                json.get("talk").text(),
                json.get("speaker").text(),
                json.get("start").integer());
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

    static String name(FunnelTest test) {
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

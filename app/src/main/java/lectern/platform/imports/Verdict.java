package lectern.platform.imports;

import java.util.List;
import java.util.Map;

/// What a row would do.
public sealed interface Verdict {
    /// @param target names what it makes
    /// @param after by column, and whatever else tells it apart
    /// @param notes what people should know before they let it in
    record New(String target, Map<String, String> after, List<SheetProblem> notes) implements Verdict {}

    /// @param before the same columns as after; an empty value where nothing stood
    record Changed(String target, Map<String, String> before, Map<String, String> after, List<SheetProblem> notes)
            implements Verdict {}

    record Unchanged(String target) implements Verdict {}

    record Failed(List<SheetProblem> problems) implements Verdict {}

    static Verdict failed(String column, String key, Object... arguments) {
        return new Failed(List.of(SheetProblem.at(column, key, arguments)));
    }

    /// Changed or unchanged.
    static Verdict compared(
            String target, Map<String, String> before, Map<String, String> after, List<SheetProblem> notes) {
        return before.equals(after) ? new Unchanged(target) : new Changed(target, before, after, notes);
    }
}

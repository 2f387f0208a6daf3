package lectern.platform.imports.work;

import java.util.List;
import java.util.Map;
import lectern.platform.imports.Change;
import lectern.platform.imports.SheetProblem;
import org.jspecify.annotations.Nullable;

/// A row of a file with what it would do, or did.
///
/// @param cells as they stood in the file; empty for a row that changes nothing
/// @param before empty for something new
/// @param problems why it failed, or what people should know about it
/// @param undo whether an undo put it back; null before one
public record ImportRow(
        int number,
        Outcome outcome,
        String target,
        List<String> cells,
        Map<String, String> before,
        Map<String, String> after,
        List<SheetProblem> problems,
        @Nullable Undo undo) {
    public enum Undo {
        PUT_BACK,
        KEPT
    }

    Change change() {
        return new Change(target, outcome == Outcome.NEW, before, after);
    }

    /// The same row, refused.
    ImportRow failed(List<SheetProblem> reasons) {
        return new ImportRow(number, Outcome.FAILED, "", cells, Map.of(), Map.of(), reasons, null);
    }
}

package lectern.platform.imports.work;

import lectern.platform.imports.SheetColumn;
import lectern.platform.imports.SheetKind;
import lectern.platform.web.Words;

/// What people are told about a column.
///
/// @param hint how to fill it
/// @param example a value; empty when none helps
public record ColumnGuide(String heading, SheetColumn.Need need, String hint, String example) {
    static ColumnGuide of(SheetKind kind, SheetColumn column, Words words) {
        var key = "sheet." + kind.name() + "." + column.key();
        return new ColumnGuide(words.of(key), column.need(), words.of(key + ".hint"), example(key, column, words));
    }

    private static String example(String key, SheetColumn column, Words words) {
        var written = words.ofOr(key + ".example", "");
        return written.isEmpty() ? column.type().example(words) : written;
    }
}

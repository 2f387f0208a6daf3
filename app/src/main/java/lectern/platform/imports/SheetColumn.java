package lectern.platform.imports;

/// A column of a kind of sheet.
///
/// @param key names it in code and in the keys of its words
/// @param need whether it may be missing
/// @param secret sealed wherever it is stored, such as a phone number; never shown in a message
/// @param type what may stand in its cells
public record SheetColumn(String key, Need need, boolean secret, CellType type) {
    /// Whether the column, or a cell of it, may be missing.
    public enum Need {
        /// Never: without it nobody knows what a row is about.
        ALWAYS,
        /// Only where the row names something that is there already.
        WHEN_NEW,
        /// An empty cell leaves what is there as it is.
        NEVER
    }

    public static SheetColumn always(String key, CellType type) {
        return new SheetColumn(key, Need.ALWAYS, false, type);
    }

    public static SheetColumn whenNew(String key, CellType type) {
        return new SheetColumn(key, Need.WHEN_NEW, false, type);
    }

    public static SheetColumn optional(String key, CellType type) {
        return new SheetColumn(key, Need.NEVER, false, type);
    }

    public SheetColumn sealed() {
        return new SheetColumn(key, need, true, type);
    }
}

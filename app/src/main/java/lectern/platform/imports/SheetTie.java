package lectern.platform.imports;

/// Something that may hang on a row that an import made, and holds it: it is not taken back. Modules contribute theirs
/// as beans.
///
/// @param kind name of the [SheetKind]
/// @param key message that says what it is and what to do
/// @param held SQL that selects, as text, those of `:targets` (texts) that it hangs on
public record SheetTie(String kind, String key, String held) {}

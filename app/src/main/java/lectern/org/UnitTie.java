package lectern.org;

/// Something that may still live at a unit, and holds it: counted before the unit is retired. Modules contribute theirs
/// as beans.
///
/// @param key message key that says what it is and what to do, with the number as its argument
/// @param count SQL that counts it at or below `:path`, in the asking transaction and scope
public record UnitTie(String key, String count) {}

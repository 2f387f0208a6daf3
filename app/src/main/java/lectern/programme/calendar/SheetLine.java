package lectern.programme.calendar;

/// A line of the sheet.
///
/// @param code the drawn code for rating, or empty where there is no room for it
public record SheetLine(SheetRow talk, String code) {}

package lectern.programme.calendar;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// A line of the sheet.
///
/// @param code the drawn code for rating, or null where there is no room for it
public record SheetLine(SheetRow talk, @Nullable Content code) {}

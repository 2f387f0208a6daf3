package lectern.platform.imports;

import java.util.Map;

/// What is to be written, or was: something new, or other values of something that is there.
///
/// @param before empty for something new
/// @param after by column; a column that is left out stays as it is, an empty value clears it
public record Change(String target, boolean fresh, Map<String, String> before, Map<String, String> after) {
    /// The way back.
    public Change reversed() {
        return new Change(target, false, after, before);
    }
}

package lectern.platform.imports;

import lectern.platform.web.Words;

/// One of the values that a cell may have.
///
/// @param value canonical
/// @param zh its Chinese name
/// @param en its English name
public record Option(String value, String zh, String en) {
    public String name(Words words) {
        return words.isChinese() ? zh : en;
    }
}

package lectern.org;

import java.util.UUID;
import lectern.platform.web.Page;
import lectern.platform.web.Words;

/// One name in a dictionary of the city.
///
/// @param code what other rows refer to
/// @param rank its place in the order; for tiers the step of the ladder
/// @param retired no longer offered, still named where it is used
public record DictionaryEntry(
        UUID id, DictionaryKind kind, String code, String nameZh, String nameEn, int rank, boolean retired) {
    /// Its name in the reader's language.
    public String name(Page page) {
        return page.either(nameZh, nameEn);
    }

    public String name(Words words) {
        return words.isChinese() ? nameZh : nameEn;
    }
}

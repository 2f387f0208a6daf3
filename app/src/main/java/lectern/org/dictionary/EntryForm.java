package lectern.org.dictionary;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import lectern.org.DictionaryEntry;

/// What is typed about an entry.
///
/// @param code ignored when an entry is changed: other rows refer to it
record EntryForm(
        @Pattern(regexp = "[a-z0-9_-]{1,40}", message = "dictionary.code.wrong")
        String code,

        @NotBlank(message = "field.required") @Size(max = 40, message = "field.tooLong")
        String nameZh,

        @NotBlank(message = "field.required") @Size(max = 60, message = "field.tooLong")
        String nameEn) {
    EntryForm {
        code = requireNonNullElse(code, "").strip();
        nameZh = requireNonNullElse(nameZh, "").strip();
        nameEn = requireNonNullElse(nameEn, "").strip();
    }

    static Map<String, String> values(DictionaryEntry entry) {
        return Map.of("code", entry.code(), "nameZh", entry.nameZh(), "nameEn", entry.nameEn());
    }
}

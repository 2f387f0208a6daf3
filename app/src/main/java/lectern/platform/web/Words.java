package lectern.platform.web;

import java.util.Locale;
import org.springframework.context.MessageSource;

/// The words of one language.
public record Words(MessageSource messages, Locale locale) {
    /// The text of that key.
    ///
    /// @throws org.springframework.context.NoSuchMessageException when a bundle has a hole; the tests find those
    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /// The text of that key, or the other text where no bundle has it.
    public String ofOr(String key, String other) {
        return java.util.Objects.requireNonNullElse(messages.getMessage(key, new Object[0], other, locale), other);
    }

    public boolean isChinese() {
        return locale.getLanguage().equals("zh");
    }
}

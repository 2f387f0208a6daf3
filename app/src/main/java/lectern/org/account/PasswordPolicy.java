package lectern.org.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which passwords are accepted: the composition that GB/T 22239 level 3 (等保) asks for. Length 10 to 128, three of
/// the four classes small letters, capitals, digits and others; not the login name, none that everybody knows.
public final class PasswordPolicy {
    static final int SHORTEST = 10;
    static final int LONGEST = 128;
    private static final int CLASSES = 3;
    private static final Set<String> KNOWN_TO_EVERYBODY = Set.of(
            "password123!",
            "admin123456!",
            "qwerty123456",
            "1qaz2wsx3edc",
            "abc123456789",
            "p@ssw0rd1234",
            "admin@12345");

    private PasswordPolicy() {}

    /// Why a password is refused, as a message key; empty when it is accepted.
    public static Optional<String> weakness(String password, String login) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            return Optional.of("password.length");
        }
        if (classes(password) < CLASSES) {
            return Optional.of("password.classes");
        }
        var lower = password.toLowerCase(Locale.ROOT);
        if (KNOWN_TO_EVERYBODY.contains(lower)
                || (!login.isBlank() && lower.contains(login.toLowerCase(Locale.ROOT)))) {
            return Optional.of("password.known");
        }
        return Optional.empty();
    }

    private static long classes(String password) {
        return Stream.of(
                        password.chars().anyMatch(Character::isLowerCase),
                        password.chars().anyMatch(Character::isUpperCase),
                        password.chars().anyMatch(Character::isDigit),
                        password.chars().anyMatch(each -> !Character.isLetterOrDigit(each) || each > 0x2e80))
                .filter(present -> present)
                .count();
    }
}

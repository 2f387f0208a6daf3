package lectern.org.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Which passwords are accepted, and for how long. Under either set of rules a password that a guesser tries early
/// (zxcvbn: fewer than a million guesses, its lists of common passwords included) is refused.
@Component
public class PasswordPolicy {
    /// Scores 0 and 1 of zxcvbn: up to 10^6 guesses.
    private static final int WEAK = 1;

    /// The first character of the scripts that a password's other characters may come from: counted as a class.
    private static final int FIRST_OF_EAST_ASIA = 0x2e80;

    private final PasswordRules rules;
    private final Clock clock;

    PasswordPolicy(@Value("${lectern.passwords:DENGBAO}") PasswordRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    public PasswordRules rules() {
        return rules;
    }

    /// Why a password is refused, as a message key; empty when it is accepted.
    ///
    /// @param login and name: what the password must not contain
    public Optional<String> weakness(String password, String login, String name) {
        var length = password.codePointCount(0, password.length());
        if (length < rules.shortest() || length > PasswordRules.LONGEST) {
            return Optional.of("password.length." + rules);
        }
        if (classes(password) < rules.classes()) {
            return Optional.of("password.classes");
        }
        if (contains(password, login)
                || contains(password, name)
                || Guesser.IT.measure(password, List.of(login, name)).getScore() <= WEAK) {
            return Optional.of("password.known");
        }
        return Optional.empty();
    }

    /// Its lists are read when a password is looked at for the first time, not at each start.
    private static final class Guesser {
        static final Zxcvbn IT = new Zxcvbn();
    }

    private static boolean contains(String password, String part) {
        return part.length() > 1 && password.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private static long classes(String password) {
        return Stream.of(
                        password.chars().anyMatch(Character::isLowerCase),
                        password.chars().anyMatch(Character::isUpperCase),
                        password.chars().anyMatch(Character::isDigit),
                        password.chars()
                                .anyMatch(each -> !Character.isLetterOrDigit(each) || each > FIRST_OF_EAST_ASIA))
                .filter(present -> present)
                .count();
    }

    /// Whether a password that was set then must be renewed.
    boolean isExpired(Instant changedAt) {
        return changedAt.plus(rules.validity()).isBefore(clock.instant());
    }
}

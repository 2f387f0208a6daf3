package lectern.org.account;

import java.time.Duration;

/// The rules that an installation holds passwords to, by `lectern.passwords`.
public enum PasswordRules {
    /// GB/T 22239 level 3 (等保): 10 to 128 characters, three of the four classes small letters, capitals, digits and
    /// others, renewed every 90 days, none of the last five again.
    DENGBAO(10, 3, Duration.ofDays(90), 5),
    /// OWASP ASVS 5.0, 6.2: 8 to 128 characters, any composition, no renewal.
    ASVS(8, 1, Duration.ofDays(365_000), 0);

    /// Characters at most, under either.
    static final int LONGEST = 128;

    private final int shortest;
    private final int classes;
    private final Duration validity;
    private final int remembered;

    PasswordRules(int shortest, int classes, Duration validity, int remembered) {
        this.shortest = shortest;
        this.classes = classes;
        this.validity = validity;
        this.remembered = remembered;
    }

    int shortest() {
        return shortest;
    }

    int classes() {
        return classes;
    }

    /// How long a password may be used.
    Duration validity() {
        return validity;
    }

    /// How many earlier passwords may not be taken again.
    int remembered() {
        return remembered;
    }
}

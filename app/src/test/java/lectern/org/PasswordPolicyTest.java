package lectern.org;

import static org.assertj.core.api.Assertions.assertThat;

import lectern.org.account.PasswordPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordPolicyTest {
    @ParameterizedTest
    @CsvSource({
        "Abcdef123,password.length",
        "Abcdef1234,",
        "abcdefghij,password.classes",
        "abcdefgh12,password.classes",
        "abcdefgh1!,",
        "Password123!,password.known",
        "Keeper-2026,password.known"
    })
    void a_password_is_refused_for_a_reason_or_accepted(String password, String reason) {
        assertThat(PasswordPolicy.weakness(password, "keeper").orElse(null)).isEqualTo(reason);
    }
}

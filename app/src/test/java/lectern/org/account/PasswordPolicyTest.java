package lectern.org.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordPolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private static PasswordPolicy policy(PasswordRules rules) {
        return new PasswordPolicy(rules, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({
        "DENGBAO,Vx7-kuqzo,password.length.DENGBAO",
        "DENGBAO,Vx7-kuqzom,",
        "DENGBAO,vxqkuqzomrtw,password.classes",
        "DENGBAO,vxqkuqzomr77,password.classes",
        "DENGBAO,vxqkuqzom-77,",
        "DENGBAO,Password123!,password.known",
        "DENGBAO,Keeper-2026-x,password.known",
        "ASVS,vxqkuqz,password.length.ASVS",
        "ASVS,vxqkuqzo,",
        "ASVS,password,password.known",
        "ASVS,12345678,password.known",
        "ASVS,correct horse battery staple,",
    })
    void a_password_is_refused_for_a_reason_or_accepted(PasswordRules rules, String password, String reason) {
        assertThat(policy(rules).weakness(password, "keeper", "吴玉兰").orElse(null))
                .isEqualTo(reason);
    }

    @Test
    void a_password_has_128_characters_at_most() {
        var long128 = "aB3-".repeat(32).replaceFirst("aB3-", "zQ8+");
        assertThat(policy(PasswordRules.ASVS).weakness(long128 + "x", "keeper", "吴玉兰"))
                .contains("password.length.ASVS");
    }

    @Test
    void dengbao_renews_after_90_days_and_asvs_never() {
        var old = NOW.minus(Duration.ofDays(91));
        assertThat(policy(PasswordRules.DENGBAO).isExpired(old)).isTrue();
        assertThat(policy(PasswordRules.DENGBAO).isExpired(NOW.minus(Duration.ofDays(89))))
                .isFalse();
        assertThat(policy(PasswordRules.ASVS).isExpired(old)).isFalse();
    }
}

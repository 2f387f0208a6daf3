package lectern.planning.substitute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T10:00, 120, 2026-11-25T12:00",
        "2026-11-25T19:00, 120, 2026-11-25T21:00",
        "2026-11-25T20:00, 120, 2026-11-26T08:30",
        "2026-11-25T23:30, 60, 2026-11-26T08:30",
        "2026-11-26T02:00, 60, 2026-11-26T08:30",
        "2026-11-25T20:00, 1440, 2026-11-27T17:00"
    })
    void no_time_runs_at_night(String asked, int minutes, String until) {
        assertThat(QuietHours.after(at(asked), minutes, ZONE)).isEqualTo(at(until));
    }

    @Test
    void the_night_begins_at_nine_and_ends_at_half_past_seven() {
        assertThat(QuietHours.at(at("2026-11-25T20:59"), ZONE)).isFalse();
        assertThat(QuietHours.at(at("2026-11-25T21:00"), ZONE)).isTrue();
        assertThat(QuietHours.at(at("2026-11-26T07:29"), ZONE)).isTrue();
        assertThat(QuietHours.at(at("2026-11-26T07:30"), ZONE)).isFalse();
    }
}

package lectern.insight.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 31);

    @ParameterizedTest
    @CsvSource({
        "2026-05-31,RECENT",
        "2026-03-01,RECENT",
        "2026-02-28,OVER_QUARTER",
        "2025-12-01,OVER_QUARTER",
        "2025-11-30,OVER_HALF",
        "2025-06-01,OVER_HALF",
        "2025-05-31,OVER_YEAR",
        "1999-01-01,OVER_YEAR"
    })
    void a_gap_begins_on_the_same_day_of_the_month(LocalDate last, Gap gap) {
        assertThat(Gap.of(last, TODAY)).isEqualTo(gap);
    }
}

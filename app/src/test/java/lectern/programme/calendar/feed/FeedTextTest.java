package lectern.programme.calendar.feed;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import lectern.platform.database.Scope;
import lectern.platform.web.Words;
import lectern.programme.calendar.CalendarTalk;
import lectern.programme.talk.TalkState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/// Reads with biweekly what was written with ical4j. The zone's name is replaced by one that nobody knows, so that the
/// reader has nothing but the VTIMEZONE.
class FeedTextTest {
    private static final String UNKNOWN = "Nowhere/At_All";
    private static final Instant SOME = Instant.parse("2026-01-05T03:04:05Z");

    /// The reader takes every summer time for an hour, so Lord Howe Island with its half hour is not among them.
    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "America/St_Johns", "Africa/Casablanca", "Asia/Kathmandu", "UTC"})
    void every_talk_of_a_year_stands_at_its_moment_by_the_feed_s_own_zone_rules(String name) {
        var zone = ZoneId.of(name);
        var starts = Stream.iterate(Instant.parse("2026-01-01T00:30:00Z"), at -> at.plus(Duration.ofHours(37)))
                .limit(230)
                .toList();
        var events = read(starts, zone);
        for (var index = 0; index < starts.size(); index++) {
            assertThat(events.get(index).getDateStart().getValue().toInstant())
                    .as(starts.get(index).atZone(zone).toString())
                    .isEqualTo(starts.get(index));
        }
    }

    /// On 1 November 2026 clocks in St John’s go back from 02:00 to 01:00: half past one comes twice.
    @Test
    void both_hours_of_the_same_name_are_told_apart() {
        var first = Instant.parse("2026-11-01T04:00:00Z");
        var second = Instant.parse("2026-11-01T05:00:00Z");
        var zone = ZoneId.of("America/St_Johns");
        assertThat(first.atZone(zone).toLocalTime())
                .isEqualTo(second.atZone(zone).toLocalTime());

        var events = read(List.of(first, second), zone);
        assertThat(events.get(0).getDateStart().getValue().toInstant()).isEqualTo(first);
        assertThat(events.get(1).getDateStart().getValue().toInstant()).isEqualTo(second);
    }

    @Test
    void the_zone_of_the_first_users_has_one_offset() {
        var text = write(List.of(SOME), ZoneId.of("Asia/Shanghai"));
        assertThat(text.split("BEGIN:STANDARD", -1)).hasSize(2);
        assertThat(text).doesNotContain("BEGIN:DAYLIGHT").contains("TZOFFSETTO:+0800");
        assertThat(text).contains("DTSTART;TZID=Asia/Shanghai:20260105T110405");
    }

    @Test
    void the_same_talks_give_the_same_bytes_and_no_line_is_too_long() {
        var text = write(List.of(SOME), ZoneId.of("Asia/Shanghai"));
        assertThat(write(List.of(SOME), ZoneId.of("Asia/Shanghai"))).isEqualTo(text);
        assertThat(text.split("\r\n", -1))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(75));
        assertThat(Biweekly.parse(text)
                        .first()
                        .getEvents()
                        .getFirst()
                        .getSummary()
                        .getValue())
                .isEqualTo("第一讲；逗号, 分号; 换行" + "很长".repeat(40) + "（已取消）");
    }

    private static List<VEvent> read(List<Instant> starts, ZoneId zone) {
        var text = write(starts, zone).replace(zone.getId(), UNKNOWN);
        return Biweekly.parse(text).first().getEvents();
    }

    private static String write(List<Instant> starts, ZoneId zone) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/programme");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var feed = new Feed(
                new UUID(1, 1),
                new Scope(new UUID(1, 2), "99/"),
                FeedKind.UNIT,
                new UUID(1, 3),
                "宣讲",
                Locale.SIMPLIFIED_CHINESE,
                zone,
                SOME);
        return new FeedText(feed, new Words(messages, Locale.SIMPLIFIED_CHINESE), "http://localhost")
                .of(starts.stream().map(FeedTextTest::talk).toList());
    }

    private static CalendarTalk talk(Instant start) {
        return new CalendarTalk(
                new UUID(2, start.getEpochSecond()),
                "第一讲；逗号, 分号; 换行" + "很长".repeat(40),
                "南银村",
                "南银村站",
                "",
                29.1,
                118.2,
                null,
                start,
                start.plus(Duration.ofMinutes(45)),
                LocalDate.of(2026, 1, 1),
                TalkState.CANCELLED,
                3,
                SOME);
    }
}

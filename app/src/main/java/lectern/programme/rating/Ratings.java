package lectern.programme.rating;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import lectern.platform.command.Commands;
import lectern.platform.web.Refusal;
import lectern.programme.FeedbackGiven;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes ratings from whoever holds the code. Nothing that is kept says who rated.
@Component
class Ratings {
    /// So long after the talk a rating is taken.
    static final Duration OPEN_FOR = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Commands commands;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Ratings(JdbcClient jdbc, Commands commands, ApplicationEventPublisher news, Clock clock) {
        this.jdbc = jdbc;
        this.commands = commands;
        this.news = news;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<RatedTalk> find(String code) {
        return jdbc.sql("""
                        select id, city_id, path, rating_code, starts_at, ends_at, day, topic, venue, unit
                        from rated_talk where rating_code = :code
                        """)
                .param("code", code)
                .query((row, number) -> new RatedTalk(
                        row.getObject("id", UUID.class),
                        row.getObject("city_id", UUID.class),
                        row.getString("path"),
                        row.getString("rating_code"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant(),
                        row.getObject("day", LocalDate.class),
                        row.getString("topic"),
                        row.getString("venue"),
                        row.getString("unit")))
                .optional();
    }

    boolean isOpen(RatedTalk talk) {
        var now = clock.instant();
        return !now.isBefore(talk.startsAt()) && now.isBefore(talk.endsAt().plus(OPEN_FOR));
    }

    /// @throws Refusal 409 before the talk or long after it
    @Transactional
    public void rate(RatedTalk talk, UUID key, int stars, String comment) {
        if (!isOpen(talk)) {
            throw Refusal.conflict("rating.closed");
        }
        commands.once(key, talk.id() + " " + stars + " " + comment, () -> {
            jdbc.sql("""
                            insert into feedback (id, city_id, talk_id, path, giver, stars, comment, at)
                            values (:id, :city, :talk, :path, 'AUDIENCE', :stars, :comment, :at)
                            """)
                    .param("id", key)
                    .param("city", talk.cityId())
                    .param("talk", talk.id())
                    .param("path", talk.path())
                    .param("stars", stars)
                    .param("comment", comment)
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
            news.publishEvent(new FeedbackGiven(talk.id(), talk.cityId(), talk.path(), talk.day()));
            return "rated";
        });
    }
}

package lectern.programme.calendar.feed;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lectern.platform.web.Words;
import lectern.programme.calendar.CalendarTalk;
import lectern.programme.talk.TalkState;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Geo;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import net.fortuna.ical4j.validate.ValidationException;

/// Writes a feed as iCalendar text. It says what the talk is, where and when, and, at the units' side, who speaks: no
/// phone number, no note of the host, no comment. The same talks give the same text, byte for byte.
final class FeedText {
    private static final Duration REFRESH = Duration.ofHours(1);
    private final Feed feed;
    private final Words words;
    private final String origin;

    /// @param origin of the pages that events link to, such as `https://talks.example`
    FeedText(Feed feed, Words words, String origin) {
        this.feed = feed;
        this.words = words;
        this.origin = origin;
    }

    String of(List<CalendarTalk> talks) {
        var components = new ArrayList<CalendarComponent>();
        var first = talks.stream()
                .map(CalendarTalk::startsAt)
                .min(Instant::compareTo)
                .orElse(feed.createdAt());
        var last =
                talks.stream().map(CalendarTalk::endsAt).max(Instant::compareTo).orElse(feed.createdAt());
        components.add(RegionZone.of(feed.zone(), first, last));
        talks.forEach(talk -> components.add(event(talk)));
        return write(new Calendar(head(), new ComponentList<>(components)));
    }

    private PropertyList head() {
        return new PropertyList(List.of(
                new ProdId("-//Lectern//Lectern//ZH"),
                ImmutableVersion.VERSION_2_0,
                ImmutableCalScale.GREGORIAN,
                ImmutableMethod.PUBLISH,
                new Name(feed.name()),
                new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH),
                // What programs read that are older than RFC 7986.
                new XProperty("X-WR-CALNAME", feed.name()),
                new XProperty("X-WR-TIMEZONE", feed.zone().getId()),
                new XProperty("X-PUBLISHED-TTL", REFRESH.toString())));
    }

    private VEvent event(CalendarTalk talk) {
        var properties = new ArrayList<Property>(List.of(
                new Uid(uid(talk.id())),
                new DtStamp(talk.changedAt()),
                new LastModified(talk.changedAt()),
                new Sequence(talk.revision()),
                start(talk.startsAt()),
                end(talk.endsAt()),
                new Summary(summary(talk)),
                new Location(talk.address().isBlank() ? talk.venue() : talk.venue() + ", " + talk.address()),
                new Geo(talk.lat() + ";" + talk.lon()),
                new Description(description(talk)),
                status(talk.state()),
                transparency(talk.state())));
        properties.add(new Url(java.net.URI.create(origin + talk.href(feed.kind() == FeedKind.SPEAKER))));
        return new VEvent(new PropertyList(properties));
    }

    /// The same for as long as there is the talk, in every feed that holds it.
    static String uid(UUID talkId) {
        return talkId + "@lectern";
    }

    private Property start(Instant at) {
        return comesTwice(at, feed.zone()) ? new DtStart<>(at) : new DtStart<>(zoned(), there(at));
    }

    private Property end(Instant at) {
        return comesTwice(at, feed.zone()) ? new DtEnd<>(at) : new DtEnd<>(zoned(), there(at));
    }

    private ParameterList zoned() {
        return new ParameterList(List.of(new TzId(feed.zone().getId())));
    }

    private LocalDateTime there(Instant at) {
        return LocalDateTime.ofInstant(at, feed.zone());
    }

    /// When clocks go back an hour comes twice. Its name in the zone means the first of them (RFC 5545), but not every
    /// program knows that: both are told in UTC.
    private static boolean comesTwice(Instant at, ZoneId zone) {
        return zone.getRules()
                        .getValidOffsets(LocalDateTime.ofInstant(at, zone))
                        .size()
                > 1;
    }

    private String summary(CalendarTalk talk) {
        return switch (talk.state()) {
            case ACCEPTED, HELD -> talk.topic();
            case OFFERED, OPEN, CANCELLED -> words.of("feed.summary", talk.topic(), state(talk));
        };
    }

    private String description(CalendarTalk talk) {
        var lines = new ArrayList<String>();
        lines.add(talk.unit());
        if (talk.speaker() != null) {
            lines.add(words.of("portal.speaker", talk.speaker()));
        }
        lines.add(state(talk));
        return String.join("\n", lines);
    }

    private String state(CalendarTalk talk) {
        return words.of((feed.kind() == FeedKind.SPEAKER ? "task.state." : "talk.state.") + talk.state());
    }

    private static Status status(TalkState state) {
        return switch (state) {
            case ACCEPTED, HELD -> ImmutableStatus.VEVENT_CONFIRMED;
            case OFFERED, OPEN -> ImmutableStatus.VEVENT_TENTATIVE;
            case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
        };
    }

    /// A speaker is busy while he speaks; a unit is not busy because of its talks.
    private Transp transparency(TalkState state) {
        return feed.kind() == FeedKind.SPEAKER && state != TalkState.CANCELLED
                ? ImmutableTransp.OPAQUE
                : ImmutableTransp.TRANSPARENT;
    }

    private static String write(Calendar calendar) {
        var text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ValidationException failure) {
            throw new IllegalStateException("nothing is validated here", failure);
        }
        return text.toString();
    }
}

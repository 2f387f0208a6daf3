package lectern.programme.calendar.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.XProperty;

/// Writes a region's zone as a VTIMEZONE out of the rules by which all of Lectern reckons, so that a program with other
/// or older rules still shows each talk at its hour. Each change of offset that touches the feed stands in it by
/// itself.
final class RegionZone {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1970, 1, 1, 0, 0);

    private RegionZone() {}

    /// @param first of the feed's moments
    /// @param last of them
    static VTimeZone of(ZoneId zone, Instant first, Instant last) {
        var rules = zone.getRules();
        var observances = new ArrayList<Observance>();
        var change = rules.previousTransition(first.plusNanos(1));
        if (change == null) {
            var offset = rules.getOffset(first);
            observances.add(observance(false, ALWAYS, offset, offset, zone, first));
        } else {
            observances.add(observance(change, zone));
        }
        for (var next = rules.nextTransition(first);
                next != null && !next.getInstant().isAfter(last);
                next = rules.nextTransition(next.getInstant())) {
            observances.add(observance(next, zone));
        }
        return new VTimeZone(
                new PropertyList(List.of(new TzId(zone.getId()), new XProperty("X-LIC-LOCATION", zone.getId()))),
                new ComponentList<>(observances));
    }

    private static Observance observance(ZoneOffsetTransition change, ZoneId zone) {
        var summer = zone.getRules().isDaylightSavings(change.getInstant());
        return observance(
                summer,
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter(),
                zone,
                change.getInstant());
    }

    private static Observance observance(
            boolean summer, LocalDateTime onset, ZoneOffset before, ZoneOffset after, ZoneId zone, Instant at) {
        var properties = new PropertyList(List.<Property>of(
                new DtStart<>(onset),
                new TzOffsetFrom(before),
                new TzOffsetTo(after),
                new TzName(NAME.format(at.atZone(zone)))));
        return summer ? new Daylight(properties) : new Standard(properties);
    }
}

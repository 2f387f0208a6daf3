package lectern.planning.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.people.PooledSpeaker;
import lectern.planner.model.Assignment;
import lectern.planner.model.Place;
import lectern.planner.model.Position;
import lectern.planner.model.Problem;
import lectern.planner.model.Shift;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.Travel;
import lectern.planner.model.Weights;
import lectern.planner.model.Window;
import lectern.programme.BookedTalk;
import lectern.programme.OpenRequest;

/// Puts what there is to plan with into the planner's words.
public final class ProblemBuilder {
    private final Material material;
    private final Horizon horizon;
    private final int now;
    private final Commitments commitments;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final List<Talk> talks = new ArrayList<>();
    private final List<Speaker> speakers = new ArrayList<>();
    private final List<Assignment> pinned = new ArrayList<>();

    private ProblemBuilder(Material material, Horizon horizon, int now) {
        this.material = material;
        this.horizon = horizon;
        this.now = now;
        commitments = Commitments.of(material, horizon, now);
    }

    /// @param setAside booked talks that could not be pinned
    public record Built(Problem problem, int setAside) {}

    /// @param now minute of the horizon before which nothing can begin
    public static Built build(Material material, Horizon horizon, int now) {
        return new ProblemBuilder(material, horizon, Math.max(0, now)).build();
    }

    private Built build() {
        material.requests().forEach(this::request);
        material.speakers().forEach(this::speaker);
        commitments.pinned().forEach((speaker, all) -> all.forEach(talk -> pin(talk, speaker.toString())));
        commitments.setAside().forEach(this::hold);
        shareCrowdedVenues();
        return new Built(
                new Problem(
                        new Travel.Haversine(Way.DETOUR, Way.KMH),
                        Weights.DEFAULT,
                        List.copyOf(places.values()),
                        talks,
                        speakers,
                        pinned,
                        List.of()),
                commitments.setAside().size());
    }

    private void request(OpenRequest request) {
        var windows = request.windows().stream()
                .map(window -> new Commitments.Span(
                        Math.max(now, horizon.minuteNotBefore(window.opensAt())),
                        Math.min(horizon.length() - 1, horizon.minute(window.closesAt()))))
                .filter(span -> span.from() <= span.to())
                .map(span -> new Window(span.from(), span.to()))
                .toList();
        if (windows.isEmpty()) {
            return;
        }
        var venue = request.venueId().toString();
        places.putIfAbsent(venue, place(venue, request.lat(), request.lon(), !request.sharedVenue()));
        talks.add(new Talk(
                request.id().toString(),
                venue,
                request.minutes(),
                windows,
                List.of(Names.topic(request.topicId()), Names.serves(request.unitLevel())),
                0,
                request.segment(),
                request.priority(),
                0));
    }

    private static Place place(String id, double lat, double lon, boolean exclusive) {
        return new Place(id, new Position.Degrees(lat, lon), exclusive);
    }

    private void speaker(PooledSpeaker speaker) {
        var home = Names.home(speaker.id());
        places.put(home, place(home, speaker.lat(), speaker.lon(), false));
        var pins = commitments.pinned().getOrDefault(speaker.id(), List.of()).size();
        speakers.add(new Speaker(
                speaker.id().toString(),
                home,
                Stream.concat(
                                speaker.topics().stream().map(Names::topic),
                                speaker.serves().stream().map(Names::serves))
                        .sorted()
                        .toList(),
                speaker.tier(),
                commitments.shifts().getOrDefault(speaker.id(), List.of()).stream()
                        .map(span -> new Shift(span.from(), span.to()))
                        .toList(),
                Math.max(pins, material.left().getOrDefault(speaker.id(), speaker.monthLimit())),
                Speaker.NO_CAP,
                0,
                speaker.fit()));
    }

    private void pin(BookedTalk talk, String speaker) {
        var venue = talk.venueId().toString();
        places.putIfAbsent(venue, place(venue, talk.lat(), talk.lon(), true));
        var start = horizon.minute(talk.startsAt());
        talks.add(new Talk(
                Names.booked(talk.id()),
                venue,
                horizon.minuteNotBefore(talk.endsAt()) - start,
                List.of(new Window(start, start)),
                List.of(),
                0,
                null,
                1,
                0));
        pinned.add(new Assignment(Names.booked(talk.id()), speaker, start));
    }

    /// A talk without a speaker in the problem still takes its venue: a stand-in who lives there gives it.
    private void hold(BookedTalk talk) {
        var start = horizon.minute(talk.startsAt());
        var end = horizon.minuteNotBefore(talk.endsAt());
        if (start < 0 || end > horizon.length()) {
            return;
        }
        var standIn = Names.booked(talk.id());
        pin(talk, standIn);
        speakers.add(new Speaker(
                standIn,
                talk.venueId().toString(),
                List.of(),
                0,
                List.of(new Shift(start, end)),
                1,
                Speaker.NO_CAP,
                0,
                Map.of()));
    }

    /// Where talks are booked one over the other, the venue evidently bears several at a time.
    private void shareCrowdedVenues() {
        var crowded = new HashSet<String>();
        var booked = material.booked().stream().collect(Collectors.groupingBy(BookedTalk::venueId));
        booked.forEach((venue, all) -> {
            for (var one : all) {
                for (var other : all) {
                    if (!one.id().equals(other.id())
                            && one.startsAt().isBefore(other.endsAt())
                            && other.startsAt().isBefore(one.endsAt())) {
                        crowded.add(venue.toString());
                    }
                }
            }
        });
        var shared = new HashMap<String, Place>();
        crowded.forEach(venue -> {
            var place = places.get(venue);
            if (place != null) {
                shared.put(venue, new Place(place.id(), place.position(), false));
            }
        });
        places.putAll(shared);
    }
}

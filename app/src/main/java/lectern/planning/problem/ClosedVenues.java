package lectern.planning.problem;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.places.Closure;
import lectern.places.Closures;
import lectern.programme.BookedTalk;
import lectern.programme.OpenRequest;
import lectern.programme.Window;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Venues that are closed for a while: nothing can begin there that would last into it.
@Component
public class ClosedVenues {
    private final Closures closures;

    ClosedVenues(Closures closures) {
        this.closures = closures;
    }

    /// The requests with what is left of their windows; one that has none left stays, without any.
    @Transactional(readOnly = true)
    public List<OpenRequest> without(List<OpenRequest> requests, Horizon horizon) {
        var closed = byVenue(horizon);
        return closed.isEmpty()
                ? requests
                : requests.stream()
                        .map(request -> cut(request, closed.getOrDefault(request.venueId(), List.of())))
                        .toList();
    }

    /// The closures of the period, by venue.
    @Transactional(readOnly = true)
    public Map<UUID, List<Closure>> byVenue(Horizon horizon) {
        return closures.between(horizon.from(), horizon.to()).stream().collect(Collectors.groupingBy(Closure::venueId));
    }

    /// What is left of the windows of one request beside the closures of its venue.
    public static OpenRequest cut(OpenRequest request, List<Closure> closed) {
        var windows = request.windows();
        for (var closure : closed) {
            windows = windows.stream()
                    .flatMap(window -> cut(window, closure, request.minutes()))
                    .toList();
        }
        return request.withWindows(windows);
    }

    private static Stream<Window> cut(Window window, Closure closure, int minutes) {
        var last = closure.startsAt().minusSeconds(60L * minutes);
        return Stream.of(
                        new Window(window.opensAt(), earlier(window.closesAt(), last)),
                        new Window(later(window.opensAt(), closure.endsAt()), window.closesAt()))
                .filter(left -> !left.opensAt().isAfter(left.closesAt()))
                .distinct();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    List<BookedTalk> asTaken(Horizon horizon) {
        return closures.between(horizon.from(), horizon.to()).stream()
                .map(each -> new BookedTalk(
                        each.id(), null, each.id(), each.venueId(), 0, 0, each.startsAt(), each.endsAt()))
                .toList();
    }
}

package lectern.planner.roads;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lectern.planner.model.Place;
import lectern.planner.model.Travel;
import org.jspecify.annotations.Nullable;

/// Where an OSRM-compatible service is and how it is asked: by its table service, version 1
/// (`/table/v1/{profile}/{lon,lat;…}?annotations=duration`, see project-osrm.org). Immutable; the services of OSRM,
/// and others that speak like it, need nothing else.
///
/// @param address http or https, without `/table/…`
/// @param profile the way of travel, a part of the address; OSRM itself ignores it
/// @param otherwise what counts where the service gives no answer
/// @param block how many places are asked for at once, each way; OSRM's own limit (`--max-table-size`) is 100
/// @param timeout for one answer, at most
/// @param timeoutInAll for all answers together, at most; what is asked for later gets no answer
/// @param file where answers are kept from run to run, so that the next needs no service for them; null: nowhere
public record RoadService(
        URI address,
        String profile,
        Travel.Haversine otherwise,
        int block,
        Duration timeout,
        Duration timeoutInAll,
        @Nullable Path file) {

    static final int LARGEST_BLOCK = 1_000;

    /// @throws IllegalArgumentException when one of them makes no sense
    public RoadService {
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        require(web && address.getHost() != null, "address " + address + " is not http://… or https://…");
        require(address.getQuery() == null && address.getFragment() == null, "address " + address + " has a query");
        require(profile.matches("[A-Za-z0-9_-]+"), "profile \"" + profile + "\" is not of letters and digits");
        require(block >= 1 && block <= LARGEST_BLOCK, "block " + block + " is not between 1 and " + LARGEST_BLOCK);
        require(timeout.isPositive() && timeoutInAll.isPositive(), "a timeout is not above 0");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /// By car, 100 × 100 places at once, 10 seconds for each answer and five minutes for all, [Travel#USUAL]
    /// where there is none, nothing kept.
    public static RoadService at(URI address) {
        return new RoadService(
                address, "driving", Travel.USUAL, 100, Duration.ofSeconds(10), Duration.ofMinutes(5), null);
    }

    public RoadService withProfile(String other) {
        return new RoadService(address, other, otherwise, block, timeout, timeoutInAll, file);
    }

    public RoadService withOtherwise(Travel.Haversine other) {
        return new RoadService(address, profile, other, block, timeout, timeoutInAll, file);
    }

    public RoadService withBlock(int other) {
        return new RoadService(address, profile, otherwise, other, timeout, timeoutInAll, file);
    }

    public RoadService withTimeouts(Duration each, Duration inAll) {
        return new RoadService(address, profile, otherwise, block, each, inAll, file);
    }

    /// The file may be shared by several runs and machines; delete it when the roads have changed.
    public RoadService keptIn(Path other) {
        return new RoadService(address, profile, otherwise, block, timeout, timeoutInAll, other);
    }

    /// Travel between these places, for a problem that has the same in the same order. Reads the file, asks nothing.
    ///
    /// @throws lectern.planner.model.InvalidProblemException when a place has no lat and lon
    /// @throws IllegalArgumentException when the file holds something else, or another service's answers
    /// @throws java.io.UncheckedIOException when the file cannot be read
    public RoadTravel between(List<Place> places) {
        return new RoadTravel(this, places);
    }

    /// By this name answers are told apart in files.
    String name() {
        return address + " " + profile;
    }
}

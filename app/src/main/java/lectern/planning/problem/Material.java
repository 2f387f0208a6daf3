package lectern.planning.problem;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.people.PooledSpeaker;
import lectern.programme.BookedTalk;
import lectern.programme.OpenRequest;

/// What there is to plan with, as the modules keep it.
///
/// @param requests that are open
/// @param speakers with a shift in the period
/// @param booked talks in the period that already have their speaker
/// @param left how many talks each speaker may still give by the limits of the months, those booked outside of the
///     period taken off
public record Material(
        List<OpenRequest> requests, List<PooledSpeaker> speakers, List<BookedTalk> booked, Map<UUID, Integer> left) {}

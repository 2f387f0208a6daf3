package lectern.fault;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lectern.SmallCity;
import lectern.platform.database.Identifiers;

/// A plan of one day that an officer could publish.
///
/// @param talks what it would book
record Draft(UUID id, SmallCity.Place unit, LocalDate day, List<Talk> talks) {
    Draft(SmallCity.Place unit, LocalDate day, List<Talk> talks) {
        this(Identifiers.next(), unit, day, talks);
    }

    /// @param village number of the village that asked for it, in whose venue it is
    /// @param speaker number of the speaker
    /// @param start minute of the day
    record Talk(UUID request, int village, int speaker, int start, int minutes) {
        Talk(int village, int speaker, int start, int minutes) {
            this(Identifiers.next(), village, speaker, start, minutes);
        }
    }
}

package lectern.people;

import java.time.Instant;

/// A time in which a speaker can be sent out: leaves home at its start or later, is home again by its end.
public record Shift(Instant startsAt, Instant endsAt) {}

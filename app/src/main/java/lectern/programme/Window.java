package lectern.programme;

import java.time.Instant;

/// A talk may start at any moment of it, both ends included.
public record Window(Instant opensAt, Instant closesAt) {}

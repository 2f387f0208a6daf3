package lectern.insight;

import java.time.LocalDate;

/// A day, month or year of a trend.
public record Point(LocalDate start, Figure figure) {}

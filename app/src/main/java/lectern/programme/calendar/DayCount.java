package lectern.programme.calendar;

import java.time.LocalDate;

/// How many talks a day has, or one hour of it.
///
/// @param hour of the region's clock; 0 when the whole day is counted
/// @param open of them without a speaker
/// @param offered of them not yet answered
record DayCount(LocalDate day, int hour, int talks, int open, int offered) {}

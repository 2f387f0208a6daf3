package lectern.places;

/// Which venues a list shows.
///
/// @param q part of the name or address
/// @param kind empty for any
/// @param below path of a unit; empty for the whole scope
/// @param seats at least so many
/// @param sort `name` or `seats`, each with a minus for the other way round
record VenueFilter(String q, String kind, String below, int seats, boolean retired, String sort) {}

package lectern.places;

import java.util.UUID;

/// A venue in the list.
public record VenueRow(
        UUID id, String name, String unitName, String kind, String address, int capacity, boolean shared) {}

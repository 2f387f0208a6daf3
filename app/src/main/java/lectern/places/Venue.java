package lectern.places;

import java.util.UUID;

/// A place where talks happen.
///
/// @param path of its unit
/// @param kind code in the dictionary of venue kinds
/// @param lat degrees, WGS 84
/// @param lon degrees, WGS 84
/// @param capacity seats
/// @param shared several talks at a time are possible
/// @param retired no longer offered
public record Venue(
        UUID id,
        UUID cityId,
        UUID unitId,
        String path,
        String name,
        String kind,
        String address,
        double lat,
        double lon,
        int capacity,
        boolean shared,
        boolean retired) {}

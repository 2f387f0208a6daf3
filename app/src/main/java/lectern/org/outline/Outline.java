package lectern.org.outline;

/// The outline of a unit as a file names it.
///
/// @param number of the feature in the file, from 1
/// @param code of the unit; empty when the file has names only
/// @param geometry GeoJSON Polygon or MultiPolygon, as text
/// @param lat of a point inside, degrees
/// @param lon of a point inside, degrees
record Outline(int number, String code, String name, String geometry, double lat, double lon) {
    String label() {
        return name.isEmpty() ? code : name;
    }
}

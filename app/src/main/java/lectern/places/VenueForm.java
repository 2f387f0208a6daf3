package lectern.places;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is typed about a venue, as typed. Anything else in the request is ignored.
///
/// @param shared `true` when the box is ticked
public record VenueForm(
        @NotBlank(message = "field.required") @Size(max = 80, message = "field.tooLong")
        String name,

        @NotBlank(message = "field.choose") String unit,
        @NotBlank(message = "field.choose") String kind,
        @Size(max = 200, message = "field.tooLong") String address,

        @Pattern(regexp = "[1-9]\\d{0,4}|100000", message = "venue.capacity.wrong")
        String capacity,

        @Pattern(regexp = "-?([0-8]?\\d(\\.\\d{1,12})?|90(\\.0{1,12})?)", message = "place.lat.wrong")
        String lat,

        @Pattern(regexp = "-?((1[0-7]|\\d)?\\d(\\.\\d{1,12})?|180(\\.0{1,12})?)", message = "place.lon.wrong")
        String lon,

        String shared) {
    public VenueForm {
        name = requireNonNullElse(name, "").strip();
        unit = requireNonNullElse(unit, "");
        kind = requireNonNullElse(kind, "");
        address = requireNonNullElse(address, "").strip();
        capacity = requireNonNullElse(capacity, "").strip();
        lat = requireNonNullElse(lat, "").strip();
        lon = requireNonNullElse(lon, "").strip();
        shared = requireNonNullElse(shared, "");
    }

    static VenueForm of(Venue venue) {
        return new VenueForm(
                venue.name(),
                venue.unitId().toString(),
                venue.kind(),
                venue.address(),
                Integer.toString(venue.capacity()),
                Double.toString(venue.lat()),
                Double.toString(venue.lon()),
                venue.shared() ? "true" : "");
    }

    public boolean isShared() {
        return shared.equals("true");
    }

    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put("name", name);
        values.put("unit", unit);
        values.put("kind", kind);
        values.put("address", address);
        values.put("capacity", capacity);
        values.put("lat", lat);
        values.put("lon", lon);
        return values;
    }
}

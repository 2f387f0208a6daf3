package lectern.org.unit;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import lectern.org.Unit;
import org.jspecify.annotations.Nullable;

/// What is typed about a unit, as typed.
///
/// @param parent id of the unit above; ignored when a unit is changed
/// @param code ignored when a unit is changed: paths and files refer to it
/// @param lat empty when unknown
/// @param lon empty when unknown
record UnitForm(
        @NotBlank(message = "field.required") @Size(max = 80, message = "field.tooLong")
        String name,

        String parent,

        @Pattern(regexp = "[A-Za-z0-9_-]{1,20}", message = "unit.code.wrong")
        String code,

        @Pattern(regexp = "COUNTY|TOWN|VILLAGE|INSTITUTION|CITY|PROVINCE", message = "field.choose")
        String level,

        @Pattern(regexp = "|-?([0-8]?\\d(\\.\\d{1,12})?|90(\\.0{1,12})?)", message = "place.lat.wrong")
        String lat,

        @Pattern(regexp = "|-?((1[0-7]|\\d)?\\d(\\.\\d{1,12})?|180(\\.0{1,12})?)", message = "place.lon.wrong")
        String lon) {
    UnitForm {
        name = requireNonNullElse(name, "").strip();
        parent = requireNonNullElse(parent, "");
        code = requireNonNullElse(code, "").strip();
        level = requireNonNullElse(level, "");
        lat = requireNonNullElse(lat, "").strip();
        lon = requireNonNullElse(lon, "").strip();
    }

    static Map<String, String> values(Unit unit) {
        var values = new LinkedHashMap<String, String>();
        values.put("name", unit.name());
        values.put("code", unit.code());
        values.put("level", unit.level().name());
        values.put("lat", unit.lat() == null ? "" : Double.toString(unit.lat()));
        values.put("lon", unit.lon() == null ? "" : Double.toString(unit.lon()));
        return values;
    }

    @Nullable
    Double latitude() {
        return lat.isEmpty() ? null : Double.valueOf(lat);
    }

    @Nullable
    Double longitude() {
        return lon.isEmpty() ? null : Double.valueOf(lon);
    }
}

package lectern.people;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an officer types about a speaker, as typed. Anything else in the request is ignored.
///
/// @param phone empty leaves the number as it is
/// @param fit segment → 0 to 100; empty for one that fits fully
public record SpeakerForm(
        @NotBlank(message = "field.required") @Size(max = 40, message = "field.tooLong")
        String name,

        @Pattern(regexp = "|19\\d\\d|20\\d\\d", message = "speaker.birthYear.wrong")
        String birthYear,

        @NotBlank(message = "field.choose") String source,
        @Pattern(regexp = "[1-9]", message = "field.choose") String tier,
        @NotBlank(message = "field.choose") String unit,
        String phone,

        @Pattern(regexp = "|-?\\d{1,2}(\\.\\d{1,12})?", message = "place.lat.wrong")
        String lat,

        @Pattern(regexp = "|-?\\d{1,3}(\\.\\d{1,12})?", message = "place.lon.wrong")
        String lon,

        List<String> serves,

        @Pattern(regexp = "[1-9]|[1-5]\\d|60", message = "speaker.monthLimit.wrong")
        String monthLimit,

        List<String> topics,
        Map<String, String> fit) {
    public SpeakerForm {
        name = requireNonNullElse(name, "").strip();
        birthYear = requireNonNullElse(birthYear, "").strip();
        source = requireNonNullElse(source, "");
        tier = requireNonNullElse(tier, "");
        unit = requireNonNullElse(unit, "");
        phone = requireNonNullElse(phone, "").strip();
        lat = requireNonNullElse(lat, "").strip();
        lon = requireNonNullElse(lon, "").strip();
        serves = requireNonNullElse(serves, List.of());
        monthLimit = requireNonNullElse(monthLimit, "").strip();
        topics = requireNonNullElse(topics, List.of());
        fit = requireNonNullElse(fit, Map.of());
    }

    /// The form of a new speaker, of the actor's own unit until he picks another.
    static SpeakerForm empty(UUID unit) {
        return new SpeakerForm(
                "", "", "", "1", unit.toString(), "", "", "", List.of("VILLAGE", "TOWN"), "8", List.of(), Map.of());
    }

    static SpeakerForm of(Speaker speaker, List<UUID> topics, Map<String, Integer> fits) {
        var fit = new HashMap<String, String>();
        fits.forEach((segment, value) -> fit.put(segment, value.toString()));
        return new SpeakerForm(
                speaker.name(),
                text(speaker.birthYear()),
                speaker.source(),
                Integer.toString(speaker.tier()),
                speaker.unitId().toString(),
                "",
                text(speaker.lat()),
                text(speaker.lon()),
                speaker.serves(),
                Integer.toString(speaker.monthLimit()),
                topics.stream().map(UUID::toString).toList(),
                fit);
    }

    /// The values of the plain fields, for the template.
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put("name", name);
        values.put("birthYear", birthYear);
        values.put("source", source);
        values.put("tier", tier);
        values.put("unit", unit);
        values.put("phone", phone);
        values.put("lat", lat);
        values.put("lon", lon);
        values.put("monthLimit", monthLimit);
        return values;
    }

    @Nullable
    Integer year() {
        return birthYear.isEmpty() ? null : Integer.valueOf(birthYear);
    }

    @Nullable
    Double latitude() {
        return lat.isEmpty() ? null : Double.valueOf(lat);
    }

    @Nullable
    Double longitude() {
        return lon.isEmpty() ? null : Double.valueOf(lon);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}

package lectern.people.sheets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import lectern.people.Shift;

/// Times as texts that can be kept, and what is left of some when others are taken away.
final class Stretches {
    private Stretches() {}

    /// What of the wanted is not covered yet.
    static List<Shift> minus(List<Shift> wanted, List<Shift> covered) {
        var left = wanted;
        for (var cover : covered) {
            var next = new ArrayList<Shift>();
            for (var shift : left) {
                if (!shift.startsAt().isBefore(cover.endsAt())
                        || !cover.startsAt().isBefore(shift.endsAt())) {
                    next.add(shift);
                    continue;
                }
                if (shift.startsAt().isBefore(cover.startsAt())) {
                    next.add(new Shift(shift.startsAt(), cover.startsAt()));
                }
                if (cover.endsAt().isBefore(shift.endsAt())) {
                    next.add(new Shift(cover.endsAt(), shift.endsAt()));
                }
            }
            left = next;
        }
        return left;
    }

    static String text(List<Shift> shifts) {
        return shifts.stream()
                .map(shift -> shift.startsAt() + "/" + shift.endsAt())
                .collect(Collectors.joining(","));
    }

    static List<Shift> of(String text) {
        return Arrays.stream(text.split(","))
                .map(each -> each.split("/"))
                .map(ends -> new Shift(Instant.parse(ends[0]), Instant.parse(ends[1])))
                .toList();
    }
}

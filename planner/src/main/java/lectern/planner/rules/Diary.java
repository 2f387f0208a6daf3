package lectern.planner.rules;

import java.util.ArrayList;
import java.util.List;
import lectern.planner.model.Shift;
import lectern.planner.model.Speaker;

/// What one speaker has in each shift, in order of start.
///
/// @param shifts one list for each of the speaker's shifts
/// @param strays visits that lie in no shift
record Diary(Speaker speaker, List<List<Visit>> shifts, List<Visit> strays) {

    /// A talk of no length at the minute where two shifts touch lies in both. It counts with the earlier one, unless
    /// only the later makes the speaker's diary valid.
    static Diary of(Directory directory, Speaker speaker, List<Visit> visits) {
        Diary earlier = sorted(speaker, visits, false);
        Diary later = sorted(speaker, visits, true);
        if (earlier.equals(later)
                || new DiaryRules(directory, earlier).violations().isEmpty()) {
            return earlier;
        }
        return new DiaryRules(directory, later).violations().isEmpty() ? later : earlier;
    }

    private static Diary sorted(Speaker speaker, List<Visit> visits, boolean laterShift) {
        List<List<Visit>> shifts = new ArrayList<>();
        speaker.shifts().forEach(shift -> shifts.add(new ArrayList<>()));
        List<Visit> strays = new ArrayList<>();
        for (Visit visit : visits.stream().sorted(Visit.IN_ORDER).toList()) {
            int shift = shiftOf(speaker, visit, laterShift);
            (shift < 0 ? strays : shifts.get(shift)).add(visit);
        }
        return new Diary(speaker, shifts, strays);
    }

    private static int shiftOf(Speaker speaker, Visit visit, boolean laterShift) {
        int found = -1;
        for (int i = 0; i < speaker.shifts().size(); i++) {
            Shift shift = speaker.shifts().get(i);
            if (shift.holds(visit.start(), visit.end())) {
                boolean later = found >= 0
                        && shift.start() > speaker.shifts().get(found).start();
                if (found < 0 || later == laterShift) {
                    found = i;
                }
            }
        }
        return found;
    }

    int talks() {
        return strays.size() + shifts.stream().mapToInt(List::size).sum();
    }

    /// Minutes on the road over all used shifts.
    long travel(Directory directory) {
        long minutes = 0;
        for (List<Visit> visits : shifts) {
            String at = speaker.home();
            for (Visit visit : visits) {
                minutes += directory.travel(at, visit.talk().place());
                at = visit.talk().place();
            }
            minutes += directory.travel(at, speaker.home());
        }
        return minutes;
    }

    long usedShifts() {
        return shifts.stream().filter(visits -> !visits.isEmpty()).count();
    }
}

package lectern.planner.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lectern.planner.model.Shift;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;

/// The hard rules that concern one speaker alone.
final class DiaryRules {

    private final Directory directory;
    private final Diary diary;
    private final Speaker speaker;
    private final List<Violation> violations = new ArrayList<>();

    DiaryRules(Directory directory, Diary diary) {
        this.directory = directory;
        this.diary = diary;
        this.speaker = diary.speaker();
    }

    List<Violation> violations() {
        Set<String> skills = new HashSet<>(speaker.skills());
        diary.strays().forEach(visit -> checkQualified(visit.talk(), visit.start(), skills));
        diary.shifts().forEach(visits -> visits.forEach(visit -> checkQualified(visit.talk(), visit.start(), skills)));
        for (Visit visit : diary.strays()) {
            violations.add(new Violation.OutsideShifts(visit.talk().id(), speaker.id(), visit.start(), visit.end()));
        }
        for (int i = 0; i < diary.shifts().size(); i++) {
            if (!diary.shifts().get(i).isEmpty()) {
                checkRoute(speaker.shifts().get(i), diary.shifts().get(i));
                checkShiftCaps(i, diary.shifts().get(i));
            }
        }
        if (diary.talks() > speaker.maxTalks()) {
            violations.add(new Violation.TooManyTalks(speaker.id(), diary.talks(), speaker.maxTalks()));
        }
        return violations;
    }

    private void checkQualified(Talk talk, int start, Set<String> skills) {
        if (!talk.mayStartAt(start)) {
            violations.add(new Violation.OutsideWindows(talk.id(), speaker.id(), start));
        }
        for (String need : talk.needs()) {
            if (!skills.contains(need)) {
                violations.add(new Violation.MissingSkill(talk.id(), speaker.id(), need));
            }
        }
        if (speaker.tier() < talk.minTier()) {
            violations.add(new Violation.TierTooLow(talk.id(), speaker.id(), speaker.tier(), talk.minTier()));
        }
    }

    private void checkRoute(Shift shift, List<Visit> visits) {
        Visit first = visits.getFirst();
        long fromHome =
                shift.start() + directory.travel(speaker.home(), first.talk().place());
        if (first.start() < fromHome) {
            violations.add(new Violation.TooEarlyFromHome(first.talk().id(), speaker.id(), first.start(), fromHome));
        }
        for (int i = 1; i < visits.size(); i++) {
            Visit before = visits.get(i - 1);
            Visit visit = visits.get(i);
            long arrival = before.end()
                    + directory.travel(before.talk().place(), visit.talk().place());
            if (visit.start() < arrival) {
                violations.add(new Violation.TooCloseTogether(
                        visit.talk().id(), before.talk().id(), speaker.id(), visit.start(), arrival));
            }
        }
        Visit last = visits.getLast();
        long home = last.end() + directory.travel(last.talk().place(), speaker.home());
        if (home > shift.end()) {
            violations.add(new Violation.HomeTooLate(last.talk().id(), speaker.id(), home, shift.end()));
        }
    }

    private void checkShiftCaps(int shift, List<Visit> visits) {
        if (visits.size() > speaker.maxTalksPerShift()) {
            violations.add(
                    new Violation.TooManyTalksInShift(speaker.id(), shift, visits.size(), speaker.maxTalksPerShift()));
        }
        long load = visits.stream().mapToLong(visit -> visit.talk().load()).sum();
        if (speaker.capacity() > 0 && load > speaker.capacity()) {
            violations.add(new Violation.OverCapacity(speaker.id(), shift, load, speaker.capacity()));
        }
    }
}

package lectern.planner.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.planner.model.Assignment;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;

/// A plan as it stands, sorted by speaker and by place. What it names without the problem knowing it stays out.
final class Standing {

    final Directory directory;
    private final Map<String, List<Visit>> bySpeaker = new LinkedHashMap<>();
    private final Map<String, List<Visit>> byPlace = new HashMap<>();
    private final Map<String, Diary> diaries = new HashMap<>();

    Standing(Directory directory, List<Assignment> assignments) {
        this.directory = directory;
        for (Assignment assignment : assignments) {
            Talk talk = directory.talk(assignment.talk());
            if (talk != null && directory.speaker(assignment.speaker()) != null) {
                Visit visit = new Visit(talk, assignment.start());
                visits(bySpeaker, assignment.speaker()).add(visit);
                visits(byPlace, talk.place()).add(visit);
            }
        }
    }

    private static List<Visit> visits(Map<String, List<Visit>> by, String key) {
        return by.computeIfAbsent(key, absent -> new ArrayList<>());
    }

    List<Visit> of(Speaker speaker) {
        return bySpeaker.getOrDefault(speaker.id(), List.of());
    }

    List<Visit> at(String place) {
        return byPlace.getOrDefault(place, List.of());
    }

    Iterable<String> usedPlaces() {
        return byPlace.keySet();
    }

    Diary diary(Speaker speaker) {
        return diaries.computeIfAbsent(speaker.id(), absent -> Diary.of(directory, speaker, of(speaker)));
    }
}

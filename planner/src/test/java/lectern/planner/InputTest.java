package lectern.planner;

import static lectern.planner.Problems.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import lectern.planner.format.ProblemFile;
import lectern.planner.model.InvalidProblemException;
import lectern.planner.model.Problem;
import lectern.planner.rules.Pins;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputTest {

    private static final String GOOD = "{'travel': {'kind': 'matrix', 'minutes': [[0,10,20],[10,0,10],[20,10,0]]},"
            + " 'places': [{'id': 'h'}, {'id': 'a'}, {'id': 'b', 'exclusive': false}],"
            + " 'talks': [{'id': 't1', 'place': 'a', 'minutes': 60, 'windows': [[100, 400]], 'priority': 2},"
            + " {'id': 't2', 'place': 'b', 'minutes': 0, 'windows': [[1, 2]], 'segment': 'youth', 'needs': ['x']}],"
            + " 'speakers': [{'id': 's1', 'home': 'h', 'skills': ['x'], 'tier': 1, 'shifts': [[0, 300], [300, 500]],"
            + " 'maxTalks': 8, 'fit': {'youth': 0.55}}],"
            + " 'pinned': [{'talk': 't1', 'speaker': 's1', 'start': 150}], 'previous': []}";

    private static @Nullable String complaint(String json) {
        InvalidProblemException thrown =
                catchThrowableOfType(InvalidProblemException.class, () -> Pins.check(parse(json)));
        return thrown == null ? null : thrown.getMessage();
    }

    @Test
    void aProblemIsWrittenAsItWasRead() {
        Problem problem = parse(GOOD);
        assertThat(ProblemFile.read(ProblemFile.write(problem))).isEqualTo(problem);
        assertThat(complaint(GOOD)).isNull();
        assertThat(parse("\uFEFF" + GOOD)).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[100, 400] | [700, 640] | talks[0].windows[0]: from 700 is after to 640",
                "[[100, 400]] | [] | talks[0].windows: is empty; a talk needs at least one window",
                "'place': 'a' | 'place': 'z' | talks[0].place: there is no place \"z\"",
                "'home': 'h' | 'home': 'z' | speakers[0].home: there is no place \"z\"",
                "'talk': 't1', | 'talk': 't9', | pinned[0].talk: there is no talk \"t9\"",
                "'speaker': 's1' | 'speaker': 's9' | pinned[0].speaker: there is no speaker \"s9\"",
                "'id': 't2' | 'id': 't1' | talks[1].id: \"t1\" is also the id of talks[0]",
                "[300, 500] | [299, 500] | speakers[0].shifts[1]: [299, 500] overlaps shifts[0] [0, 300]",
                "[300, 500] | [500, 300] | speakers[0].shifts[1]: start 500 is after end 300",
                "0.55 | 0.555 | speakers[0].fit.youth: 0.555 has more than two decimals",
                "0.55 | 1.01 | speakers[0].fit.youth: 1.01 is not between 0 and 1",
                "[0,10,20], | | travel.minutes: has 2 rows for 3 places",
                "[0,10,20] | [0,10] | travel.minutes[0]: has 2 entries for 3 places",
                "'minutes': 60 | 'minutes': -1 | talks[0].minutes: -1 is not between 0 and 500000000",
                "'minutes': 60 | 'minutes': 1.5 | talks[0].minutes: must be a whole number",
                "'minutes': 60 | 'minutes': '60' | talks[0].minutes: must be a whole number",
                "'minutes': 60 | 'minutes': 99999999999 | talks[0].minutes: 99999999999 is out of range",
                "'minutes': 60, | | talks[0]: \"minutes\" is missing",
                "'priority': 2 | 'priority': 0 | talks[0].priority: 0 is not between 1 and 1000000000",
                "'priority': 2 | 'prio': 2 | talks[0]: unknown key \"prio\"",
                "'previous' | 'before' | unknown key \"before\"",
                "'matrix' | 'teleport' | travel.kind: \"teleport\" is none of haversine, euclidean, matrix",
                "'exclusive': false | 'exclusive': 0 | places[2].exclusive: must be true or false",
                "'start': 150 | 'start': 99 | pinned[0]: talk \"t1\" by \"s1\" starts at 99, in none of its windows",
                "'start': 150 | 'start': 240 | pinned[0]: after talk \"t1\" speaker \"s1\" is home at 310, the shift ends at 300",
                "{'travel' | {'weights': {'unserved': 1e3}, 'travel' | weights.unserved: must be a whole number",
                "{'travel' | {'weights': {'load': -5}, 'travel' | weights.load: -5 is not between 0 and 1000000000000",
            })
    void badInputIsNamedWithItsPlace(String good, @Nullable String bad, String message) {
        String json = GOOD.replace(good, bad == null ? "" : bad);
        assertThat(complaint(json)).isEqualTo(message);
    }

    @Test
    void textThatIsNotJsonIsRefused() {
        assertThat(complaint("{'travel'")).startsWith("not JSON at line 1, column ");
        assertThat(complaint("")).isEqualTo("not JSON: the file is empty");
        assertThat(complaint("[]")).isEqualTo("must be an object");
    }
}

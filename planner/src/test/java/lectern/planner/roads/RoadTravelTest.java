package lectern.planner.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lectern.planner.Evaluation;
import lectern.planner.Limits;
import lectern.planner.Planner;
import lectern.planner.format.ProblemFile;
import lectern.planner.model.InvalidProblemException;
import lectern.planner.model.Place;
import lectern.planner.model.Plan;
import lectern.planner.model.Position;
import lectern.planner.model.Problem;
import lectern.planner.model.Shift;
import lectern.planner.model.Speaker;
import lectern.planner.model.Talk;
import lectern.planner.model.Travel;
import lectern.planner.model.Weights;
import lectern.planner.model.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoadTravelTest {

    /// On a meridian, a degree apart: by road 2 minutes a degree southwards, 12 northwards, by the straight line 217.
    private static final List<Place> PLACES = places(5);

    @TempDir
    private Path directory = Path.of("");

    private final RoadServer server = new RoadServer();

    @AfterEach
    void close() {
        server.close();
    }

    private static List<Place> places(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Place("p" + i, new Position.Degrees(30 + i, 120), false))
                .toList();
    }

    private RoadService service() {
        return RoadService.at(server.address()).withBlock(2);
    }

    private static int minutes(Travel travel, int from, int to) {
        return travel.minutes(from, PLACES.get(from), to, PLACES.get(to));
    }

    private static int straight(int from, int to) {
        return minutes(Travel.USUAL, from, to);
    }

    @Test
    void minutesAreTheServicesRoundedUpThereAndBack() {
        RoadTravel travel = service().between(PLACES);
        assertThat(minutes(travel, 0, 1)).isEqualTo(12);
        assertThat(minutes(travel, 1, 0)).isEqualTo(2);
        assertThat(minutes(travel, 4, 0)).isEqualTo(5);
        assertThat(minutes(travel, 3, 3)).isZero();
        assertThat(server.asked)
                .containsExactly(
                        "/table/v1/driving/120.000000,30.000000;120.000000,31.000000;120.000000,30.000000;"
                                + "120.000000,31.000000?annotations=duration&sources=0;1&destinations=2;3",
                        "/table/v1/driving/120.000000,34.000000;120.000000,30.000000;120.000000,31.000000"
                                + "?annotations=duration&sources=0&destinations=1;2");
        assertThat(travel.answers()).isEqualTo(new RoadTravel.Answers(2, 0, 4, 0, true));
    }

    @Test
    void placesAtOnePositionAreAskedForOnceAndNextDoorToOneAnother() {
        List<Place> doubled = new ArrayList<>(PLACES);
        doubled.add(new Place("again", new Position.Degrees(30, 120), true));
        RoadTravel travel = service().between(doubled);
        assertThat(travel.minutes(0, doubled.get(0), 5, doubled.get(5))).isZero();
        assertThat(travel.minutes(5, doubled.get(5), 1, doubled.get(1))).isEqualTo(12);
        assertThat(minutes(travel, 0, 1)).isEqualTo(12);
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void whereThereIsNoWayByRoadTheStraightLineCountsAndIsCounted() {
        server.manner = RoadServer.Manner.SOME_NULL;
        RoadTravel travel = service().between(PLACES);
        assertThat(minutes(travel, 0, 1)).isEqualTo(straight(0, 1)).isEqualTo(217);
        assertThat(minutes(travel, 1, 0)).isEqualTo(2);
        assertThat(travel.answers()).isEqualTo(new RoadTravel.Answers(1, 0, 1, 1, true));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"RIGHT", "SOME_NULL"},
            mode = EnumSource.Mode.EXCLUDE)
    void anAnswerThatIsNotWholeAndSoundIsNone(RoadServer.Manner manner) {
        server.manner = manner;
        RoadTravel travel = service()
                .withTimeouts(Duration.ofMillis(300), Duration.ofSeconds(60))
                .between(PLACES);
        assertThat(minutes(travel, 0, 1)).isEqualTo(straight(0, 1));
        assertThat(minutes(travel, 1, 0)).isEqualTo(straight(1, 0));
        assertThat(travel.answers()).isEqualTo(new RoadTravel.Answers(1, 1, 0, 2, true));
        server.manner = RoadServer.Manner.RIGHT;
        assertThat(minutes(travel, 0, 1)).as("what was said once stays").isEqualTo(straight(0, 1));
        assertThat(minutes(travel, 0, 2)).as("the service is asked again").isEqualTo(13);
    }

    @Test
    void afterThreeFailuresTheServiceIsLeftAlone() {
        server.manner = RoadServer.Manner.ERROR;
        RoadTravel travel = service().between(PLACES);
        for (int to = 0; to < 5; to++) {
            assertThat(minutes(travel, 0, to)).isEqualTo(straight(0, to));
            assertThat(minutes(travel, 2, to)).isEqualTo(straight(2, to));
        }
        assertThat(server.asked).hasSize(3);
        assertThat(travel.answers().failures()).isEqualTo(3);
    }

    @Test
    void whenAllTheTimeIsWaitedAwayTheServiceIsAskedNoMore() {
        server.manner = RoadServer.Manner.SILENT;
        RoadTravel travel = service()
                .withTimeouts(Duration.ofMillis(60_000), Duration.ofMillis(200))
                .between(PLACES);
        assertThat(minutes(travel, 0, 1)).isEqualTo(straight(0, 1));
        server.manner = RoadServer.Manner.RIGHT;
        assertThat(minutes(travel, 0, 2)).isEqualTo(straight(0, 2));
        assertThat(travel.answers().requests()).isEqualTo(1);
    }

    @Test
    void noServiceAtAllIsTheStraightLine() {
        URI nobody = server.address();
        server.close();
        RoadTravel travel = RoadService.at(nobody).between(PLACES);
        assertThat(minutes(travel, 0, 1)).isEqualTo(straight(0, 1));
        assertThat(travel.answers().straight()).isEqualTo(20);
    }

    @Test
    void afterARestartTheFileAnswersWithoutAnyService() throws IOException {
        Path file = directory.resolve("roads");
        server.manner = RoadServer.Manner.SOME_NULL;
        RoadTravel first = service().keptIn(file).between(PLACES);
        int[] before = all(first);
        server.close();
        List<Place> reversed = PLACES.reversed();
        RoadTravel second = service().keptIn(file).between(reversed);
        assertThat(second.minutes(0, reversed.get(0), 4, reversed.get(4))).isEqualTo(minutes(first, 4, 0));
        assertThat(all(service().withBlock(100).keptIn(file).between(PLACES))).isEqualTo(before);
        assertThat(second.answers()).isEqualTo(new RoadTravel.Answers(0, 0, 16, 4, true));
        assertThat(Files.size(file)).isLessThan(1_000);
    }

    private static int[] all(RoadTravel travel) {
        return IntStream.range(0, 25).map(i -> minutes(travel, i / 5, i % 5)).toArray();
    }

    @Test
    void aFileThatWasBrokenOffKeepsWhatIsWhole() throws IOException {
        Path file = directory.resolve("roads");
        all(service().keptIn(file).between(PLACES));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 5));
        server.asked.clear();
        all(service().keptIn(file).between(PLACES));
        assertThat(server.asked).hasSize(1);
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }

    @Test
    void anAnswerThatWasChangedOnTheDiskIsNotBelieved() throws IOException {
        Path file = directory.resolve("roads");
        int[] right = all(service().keptIn(file).between(PLACES));
        byte[] changed = Files.readAllBytes(file);
        changed[changed.length - 5] ^= 1;
        Files.write(file, changed);
        assertThat(all(service().keptIn(file).between(PLACES))).isEqualTo(right);
    }

    @Test
    void onlyWhatTheFileLacksIsAskedForAndWhatItHasStays() {
        Path file = directory.resolve("roads");
        List<Place> two = PLACES.subList(0, 2);
        assertThat(minutes(service().keptIn(file).between(two), 0, 1)).isEqualTo(12);
        server.asked.clear();
        server.manner = RoadServer.Manner.SOME_NULL;
        RoadTravel travel = service().withBlock(5).keptIn(file).between(PLACES);
        assertThat(minutes(travel, 2, 1)).isEqualTo(straight(2, 1));
        assertThat(minutes(travel, 0, 1)).isEqualTo(12);
        assertThat(server.asked).hasSize(1);
        assertThat(travel.answers()).isEqualTo(new RoadTravel.Answers(1, 0, 17, 3, true));
    }

    @Test
    void aFileOfAnotherServiceIsNotTouched() throws IOException {
        Path file = directory.resolve("roads");
        all(service().keptIn(file).between(PLACES));
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> RoadService.at(URI.create("http://elsewhere"))
                        .keptIn(file)
                        .between(PLACES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + ": does not hold the answers of http://elsewhere driving; name another file, or"
                        + " delete this one");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void allThatPlanningNeedsIsAskedForAheadAndNothingElse() {
        List<Place> places = places(40);
        RoadTravel travel = RoadService.at(server.address()).withBlock(5).between(places);
        Problem problem = problem(travel, places);
        travel.askAhead(problem, 4);
        // Talks are at the first ten places, two blocks; homes in all eight: 2 × 8 and 8 × 2, less the 2 × 2 in both.
        assertThat(server.asked).hasSize(28);
        Plan plan = Planner.plan(problem, Limits.ofIterations(100, 1), progress -> {}, () -> false);
        assertThat(server.asked).hasSize(28);
        assertThat(Evaluation.of(problem, plan).violations()).isEmpty();
        assertThat(plan.assignments()).isNotEmpty();
        assertThat(travel.answers().straight()).isZero();
    }

    private static Problem problem(Travel travel, List<Place> places) {
        List<Talk> talks = IntStream.range(0, 10)
                .mapToObj(i -> new Talk("t" + i, "p" + i, 60, List.of(new Window(60, 600)), List.of(), 0, null, 1, 0))
                .toList();
        List<Speaker> speakers = IntStream.range(0, places.size())
                .mapToObj(
                        i -> new Speaker("s" + i, "p" + i, List.of(), 0, List.of(new Shift(0, 700)), 3, 3, 0, Map.of()))
                .toList();
        return new Problem(travel, Weights.DEFAULT, places, talks, speakers, List.of(), List.of());
    }

    @Test
    void aProblemWithTravelByRoadIsWrittenAsAMatrix() {
        RoadTravel travel = service().between(PLACES);
        Problem problem = new Problem(travel, Weights.DEFAULT, PLACES, List.of(), List.of(), List.of(), List.of());
        Problem again = ProblemFile.read(ProblemFile.write(problem));
        assertThat(again.travel()).isInstanceOf(Travel.Matrix.class);
        for (int i = 0; i < 25; i++) {
            assertThat(again.minutes(i / 5, i % 5)).isEqualTo(minutes(travel, i / 5, i % 5));
        }
        List<Place> many = places(61).stream()
                .flatMap(place ->
                        IntStream.range(0, 50).mapToObj(i -> new Place(place.id() + "-" + i, place.position(), true)))
                .toList();
        Problem large =
                new Problem(service().between(many), Weights.DEFAULT, many, List.of(), List.of(), List.of(), List.of());
        assertThatThrownBy(() -> ProblemFile.write(large))
                .isInstanceOf(InvalidProblemException.class)
                .hasMessage("travel: has no form in the file but a matrix, which 3050 places are too many for (3000)");
    }

    @Test
    void travelIsForThePlacesItWasMadeFor() {
        RoadTravel travel = service().between(PLACES);
        assertThatThrownBy(() -> problem(travel, places(40)))
                .isInstanceOf(InvalidProblemException.class)
                .hasMessage("travel: was made for other places than the problem's");
        assertThatThrownBy(() -> service().between(List.of(new Place("p", null, true))))
                .isInstanceOf(InvalidProblemException.class);
        assertThatThrownBy(() -> RoadService.at(URI.create("file:///etc")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

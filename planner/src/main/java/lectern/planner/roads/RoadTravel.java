package lectern.planner.roads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import lectern.planner.model.InvalidProblemException;
import lectern.planner.model.Place;
import lectern.planner.model.Position.Degrees;
import lectern.planner.model.Problem;
import lectern.planner.model.Travel;
import org.jspecify.annotations.Nullable;

/// Travel times by road. Asked for a pair of places, it asks the service for the whole block of places around both and
/// keeps the answers; where there is none, the straight line counts from then on, so that whoever asks again hears the
/// same. After three questions in a row without an answer the service is asked no more.
///
/// Thread-safe. Takes two bytes for each pair of positions in the blocks that were asked for: 8,000 positions, all
/// pairs, 128 MB.
public final class RoadTravel implements Travel {

    private static final int MOST_FAILURES = 3;

    private final RoadService service;
    private final Table table;
    private final @Nullable KeptAnswers kept;
    private final int[] pointOfPlace;
    private final List<Degrees> points = new ArrayList<>();
    private final int size;
    private final int blocksAcross;
    private final AtomicReferenceArray<@Nullable Block> blocks;
    private final Object[] locks =
            IntStream.range(0, 256).mapToObj(i -> new Object()).toArray();
    private final AtomicLong waitedNanos = new AtomicLong();
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong byRoad = new AtomicLong();
    private final AtomicLong straight = new AtomicLong();

    /// What was asked and answered so far.
    ///
    /// @param requests to the service
    /// @param failures requests without a sound answer in time
    /// @param byRoad ordered pairs of different positions whose time is the service's, kept or asked for now
    /// @param straight ordered pairs whose time is the straight line's, for want of an answer: show it to whoever
    ///     reads the plan
    /// @param isKept whether all answers of this run are in the file, if there is one
    public record Answers(long requests, long failures, long byRoad, long straight, boolean isKept) {}

    RoadTravel(RoadService service, List<Place> places) {
        service.otherwise().check(places);
        this.service = service;
        this.table = new Table(service);
        this.size = service.block();
        Map<Point, Integer> numbers = new HashMap<>();
        pointOfPlace = places.stream()
                .mapToInt(place -> numbers.computeIfAbsent(Point.of(place), point -> {
                    points.add(point.degrees());
                    return points.size() - 1;
                }))
                .toArray();
        blocksAcross = (points.size() + size - 1) / size;
        blocks = new AtomicReferenceArray<>(Math.multiplyExact(blocksAcross, blocksAcross));
        kept = service.file() == null ? null : new KeptAnswers(service.file(), service.name());
        if (kept != null) {
            kept.read((from, to, minutes) -> {
                Integer a = numbers.get(from);
                Integer b = numbers.get(to);
                if (a != null && b != null && !a.equals(b)) {
                    known(a, b, minutes);
                }
            });
        }
    }

    private void known(int from, int to, int minutes) {
        int index = blockOf(from, to);
        Block block = blocks.get(index);
        if (block == null) {
            block = new Block(size);
            blocks.set(index, block);
        }
        if (!block.isKnown(from % size, to % size)) {
            block.set(from % size, to % size, minutes);
            count(minutes);
        }
    }

    private void count(int minutes) {
        (minutes == Table.NO_WAY ? straight : byRoad).incrementAndGet();
    }

    private int blockOf(int from, int to) {
        return from / size * blocksAcross + to / size;
    }

    @Override
    public int minutes(int from, Place fromPlace, int to, Place toPlace) {
        int a = pointOfPlace[from];
        int b = pointOfPlace[to];
        if (a == b) {
            return 0;
        }
        Block block = blocks.getAcquire(blockOf(a, b));
        if (block == null || !block.isKnown(a % size, b % size)) {
            block = fetch(a / size, b / size);
        }
        int minutes = block.get(a % size, b % size);
        return minutes == Table.NO_WAY ? service.otherwise().minutes(points.get(a), points.get(b)) : minutes;
    }

    /// Asks for all that is unknown in a block.
    private Block fetch(int row, int column) {
        int index = row * blocksAcross + column;
        synchronized (locks[index % locks.length]) {
            Block old = blocks.get(index);
            int[] from = IntStream.range(row * size, Math.min(points.size(), (row + 1) * size))
                    .filter(a -> toAll(column).anyMatch(b -> isUnknown(old, a, b)))
                    .toArray();
            int[] to = toAll(column)
                    .filter(b -> IntStream.of(from).anyMatch(a -> isUnknown(old, a, b)))
                    .toArray();
            if (old != null && from.length == 0) {
                return old;
            }
            int[][] answer = answer(from, to);
            Block block = old == null ? new Block(size) : old.copy();
            for (int i = 0; i < from.length; i++) {
                for (int j = 0; j < to.length; j++) {
                    if (isUnknown(old, from[i], to[j])) {
                        int minutes = answer == null ? Table.NO_WAY : answer[i][j];
                        block.set(from[i] % size, to[j] % size, minutes);
                        count(minutes);
                    }
                }
            }
            blocks.setRelease(index, block);
            if (answer != null && kept != null) {
                kept.append(degrees(from), degrees(to), answer);
            }
            return block;
        }
    }

    private IntStream toAll(int column) {
        return IntStream.range(column * size, Math.min(points.size(), (column + 1) * size));
    }

    private boolean isUnknown(@Nullable Block block, int from, int to) {
        return from != to && (block == null || !block.isKnown(from % size, to % size));
    }

    private List<Degrees> degrees(int[] numbers) {
        return IntStream.of(numbers).mapToObj(points::get).toList();
    }

    private int @Nullable [][] answer(int[] from, int[] to) {
        long left = service.timeoutInAll().toNanos() - waitedNanos.get();
        if (left <= 0 || failuresInARow.get() >= MOST_FAILURES) {
            return null;
        }
        long asked = System.nanoTime();
        requests.incrementAndGet();
        int[][] answer = table.ask(
                degrees(from),
                degrees(to),
                Duration.ofNanos(Math.min(left, service.timeout().toNanos())));
        waitedNanos.addAndGet(System.nanoTime() - asked);
        if (answer == null) {
            failures.incrementAndGet();
            failuresInARow.incrementAndGet();
        } else {
            failuresInARow.set(0);
        }
        return answer;
    }

    /// Asks now for all that planning will need, several blocks at once, so that the search need not wait: between the
    /// places of talks, and between these and the homes, there and back.
    ///
    /// @param problem with this travel
    /// @param atOnce how many questions the service may be asked at the same time, ≥ 1
    public void askAhead(Problem problem, int atOnce) {
        Map<String, Integer> index = new HashMap<>();
        problem.places().forEach(place -> index.put(place.id(), index.size()));
        Set<Integer> venues = new HashSet<>();
        problem.talks().forEach(talk -> venues.add(block(index, talk.place())));
        Set<Integer> all = new HashSet<>(venues);
        problem.speakers().forEach(speaker -> all.add(block(index, speaker.home())));
        Semaphore free = new Semaphore(atOnce);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int row : all) {
                for (int column : all) {
                    if (venues.contains(row) || venues.contains(column)) {
                        free.acquireUninterruptibly();
                        executor.execute(() -> {
                            try {
                                fetch(row, column);
                            } finally {
                                free.release();
                            }
                        });
                    }
                }
            }
        }
    }

    private int block(Map<String, Integer> index, String place) {
        return pointOfPlace[index.getOrDefault(place, 0)] / size;
    }

    public Answers answers() {
        return new Answers(
                requests.get(), failures.get(), byRoad.get(), straight.get(), kept == null || kept.isComplete());
    }

    /// By the straight line, so that ranking asks the service for nothing.
    @Override
    public double roughly(int from, Place fromPlace, int to, Place toPlace) {
        return service.otherwise().roughly(from, fromPlace, to, toPlace);
    }

    @Override
    public void check(List<Place> places) {
        boolean same = places.size() == pointOfPlace.length;
        for (int i = 0; same && i < places.size(); i++) {
            same = places.get(i).position() instanceof Degrees
                    && Point.of(places.get(i)).equals(Point.of(points.get(pointOfPlace[i])));
        }
        if (!same) {
            throw new InvalidProblemException("travel: was made for other places than the problem's");
        }
    }
}

package lectern.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// How long the main pages take while twenty people use them at once, how long the server takes to start on existing
/// data, and how much heap it holds afterwards.
///
/// A user reads for `--pause` milliseconds (250) before the next page; `--pause 0` shows what the machine can bear.
/// `--jar FILE --data FOLDER` starts the demo by itself; `--address URL` measures one that runs.
public final class WebBench {
    private static final List<String> ROLES =
            List.of("demo-city-officer", "demo-city-officer", "demo-county-officer", "demo-town-officer");
    private static final int USERS = 20;
    private static final int WARM_UP_ROUNDS = 15;
    private static final int ROUNDS = 15;

    private final String address;
    private final HttpClient http;
    private final Duration pause;
    private final Map<String, Queue<Long>> nanos = new ConcurrentHashMap<>();
    private final Map<String, Queue<Integer>> failures = new ConcurrentHashMap<>();

    private WebBench(String address, HttpClient http, Duration pause) {
        this.address = address;
        this.http = http;
        this.pause = pause;
    }

    public static void main(String[] words) throws Exception {
        var given = new HashMap<String, String>();
        for (var index = 0; index + 1 < words.length; index += 2) {
            given.put(words[index], words[index + 1]);
        }
        var pause = Duration.ofMillis(Long.parseLong(given.getOrDefault("--pause", "250")));
        var address = given.get("--address");
        if (address != null) {
            measure(address, pause);
            return;
        }
        var jar = Path.of(given.getOrDefault("--jar", "app/target/run/lectern.jar"));
        var data = Path.of(given.getOrDefault("--data", "data/demo")).toAbsolutePath();
        if (!Files.exists(jar)) {
            System.err.println("--jar names no file: " + jar);
            System.exit(2);
        }
        Files.createDirectories(data.getParent());
        if (!Files.exists(data.resolve("postgres"))) {
            try (var first = new Child(jar, data)) {
                System.out.printf("first start, with loading the city  %5.1f s%n", seconds(first.startUp()));
            }
        }
        try (var server = new Child(jar, data)) {
            System.out.printf("start-up on existing data           %5.1f s%n", seconds(server.startUp()));
            measure(server.address(), pause);
            System.out.printf("heap in use after a collection      %5d MiB%n", server.heapAfterCollection());
        }
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private static void measure(String address, Duration pause) throws InterruptedException, ExecutionException {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var warmUp = new WebBench(address, http, Duration.ZERO);
            warmUp.visit(WARM_UP_ROUNDS);
            var bench = new WebBench(address, http, pause);
            var began = System.nanoTime();
            bench.visit(ROUNDS);
            bench.print(System.nanoTime() - began);
        }
    }

    private void visit(int rounds) throws InterruptedException, ExecutionException {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<java.util.concurrent.Future<@Nullable Void>>();
            for (var number = 0; number < USERS; number++) {
                var user = number;
                all.add(people.submit(() -> {
                    visit(user, rounds);
                    return null;
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
    }

    private void visit(int user, int rounds) throws IOException, InterruptedException {
        var anybody = new Reader(http, address);
        var officer = new Reader(http, address);
        officer.enter(ROLES.get(user % ROLES.size()));
        var pages = officer.pages();
        var random = new Random(user);
        for (var round = 0; round < rounds; round++) {
            var names = new ArrayList<>(pages.keySet());
            names.add("portal");
            Collections.shuffle(names, random);
            for (var name : names) {
                var path = pages.get(name);
                time(name, path == null ? anybody : officer, path == null ? "/" : path);
                Thread.sleep(pause);
            }
        }
    }

    private void time(String name, Reader reader, String path) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var status = reader.get(path).statusCode();
        nanos.computeIfAbsent(name, key -> new ConcurrentLinkedQueue<>()).add(System.nanoTime() - began);
        if (status != 200) {
            failures.computeIfAbsent(name, key -> new ConcurrentLinkedQueue<>()).add(status);
        }
    }

    private void print(long took) {
        var requests = nanos.values().stream().mapToInt(Queue::size).sum();
        System.out.printf(
                "%d users at once, %d ms between pages, %d requests, %.0f a second%n%n",
                USERS, pause.toMillis(), requests, requests / (took / 1e9));
        System.out.printf("%-18s %8s %8s %8s %8s%n", "page", "requests", "p50 ms", "p95 ms", "errors");
        var all = new ArrayList<Long>();
        new TreeMap<>(nanos).forEach((name, times) -> {
            all.addAll(times);
            line(name, List.copyOf(times), failures.getOrDefault(name, new ConcurrentLinkedQueue<>()));
        });
        line("all", all, failures.values().stream().flatMap(Queue::stream).toList());
        System.out.println();
    }

    private static void line(String name, List<Long> times, java.util.Collection<Integer> failed) {
        var sorted = times.stream().sorted().toList();
        System.out.printf(
                "%-18s %8d %8.1f %8.1f %8d%s%n",
                name,
                sorted.size(),
                at(sorted, 0.50) / 1e6,
                at(sorted, 0.95) / 1e6,
                failed.size(),
                failed.isEmpty() ? "" : "  " + failed.stream().distinct().toList());
    }

    private static long at(List<Long> sorted, double share) {
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(sorted.size() * share) - 1));
    }
}

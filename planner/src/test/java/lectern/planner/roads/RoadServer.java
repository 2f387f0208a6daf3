package lectern.planner.roads;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Answers as OSRM's table service does: 61.5 seconds for each degree of latitude and longitude between two places,
/// and 600 more towards the north. Or misbehaves in a way of the test's choice.
final class RoadServer implements AutoCloseable {

    enum Manner {
        RIGHT,
        SOME_NULL,
        ERROR,
        NO_SEGMENT,
        NOT_OK,
        SILENT,
        SLOW_BODY,
        BROKEN_OFF,
        NOT_JSON,
        ROW_MISSING,
        ENTRY_MISSING,
        TEXT,
        NEGATIVE,
        INFINITE,
        YEARS,
        ENDLESS,
        REDIRECT
    }

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile Manner manner = Manner.RIGHT;

    RoadServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/table/v1/driving/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        try (exchange) {
            switch (manner) {
                case ERROR -> send(exchange, 500, table(exchange));
                case NOT_OK -> send(exchange, 200, table(exchange).replace("Ok", "TooBig"));
                case NO_SEGMENT -> send(exchange, 400, "{\"code\":\"NoSegment\",\"message\":\"no street\"}");
                case SILENT -> await();
                case SLOW_BODY -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write("{\"code\":".getBytes(UTF_8));
                    exchange.getResponseBody().flush();
                    await();
                }
                case BROKEN_OFF -> {
                    byte[] whole = table(exchange).getBytes(UTF_8);
                    exchange.sendResponseHeaders(200, whole.length);
                    exchange.getResponseBody().write(whole, 0, whole.length / 2);
                    exchange.getResponseBody().flush();
                }
                case NOT_JSON -> send(exchange, 200, "<html>Welcome to the hotel's network</html>");
                case ENDLESS -> {
                    exchange.sendResponseHeaders(200, 0);
                    endless(exchange.getResponseBody());
                }
                case REDIRECT -> {
                    exchange.getResponseHeaders().add("Location", exchange.getRequestURI() + "&again");
                    send(exchange, 302, "");
                }
                default -> send(exchange, 200, table(exchange));
            }
        } catch (IOException e) {
            // Whoever asked has hung up, which is what some of the tests are about.
        }
    }

    private static void endless(OutputStream body) throws IOException {
        byte[] spaces = " ".repeat(1 << 16).getBytes(UTF_8);
        for (int i = 0; i < 1_000; i++) {
            body.write(spaces);
        }
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String table(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        double[][] points = Arrays.stream(
                        path.substring("/table/v1/driving/".length()).split(";"))
                .map(point -> Arrays.stream(point.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
        Map<String, String> query = Arrays.stream(
                        exchange.getRequestURI().getQuery().split("&"))
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        if (!"duration".equals(query.get("annotations"))) {
            return "{\"code\":\"InvalidOptions\"}";
        }
        int[] sources = numbers(query.getOrDefault("sources", ""));
        int[] destinations = numbers(query.getOrDefault("destinations", ""));
        List<String> rows = IntStream.of(sources)
                .mapToObj(source -> IntStream.of(destinations)
                        .mapToObj(destination -> entry(points[source], points[destination]))
                        .collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.toCollection(ArrayList::new));
        switch (manner) {
            case ROW_MISSING -> rows.removeLast();
            case ENTRY_MISSING -> rows.set(rows.size() - 1, rows.getLast().replaceFirst("\\[[^,\\]]*,?", "["));
            case TEXT -> replaceOne(rows, "\"60\"");
            case NEGATIVE -> replaceOne(rows, "-60");
            case INFINITE -> replaceOne(rows, "1e999");
            case YEARS -> replaceOne(rows, "1e9");
            default -> {}
        }
        return "{\"code\":\"Ok\",\"sources\":[],\"destinations\":[],\"durations\":[" + String.join(",", rows) + "]}";
    }

    private static void replaceOne(List<String> rows, String value) {
        rows.set(rows.size() - 1, rows.getLast().replaceFirst("[0-9.]+", value));
    }

    private String entry(double[] from, double[] to) {
        if (manner == Manner.SOME_NULL && to[1] == 31) {
            return "null";
        }
        return String.valueOf(seconds(from, to));
    }

    private static double seconds(double[] from, double[] to) {
        double degrees = Math.abs(from[0] - to[0]) + Math.abs(from[1] - to[1]);
        return 61.5 * degrees + (to[1] > from[1] ? 600 : 0);
    }

    private static int[] numbers(String list) {
        return Arrays.stream(list.split(";")).mapToInt(Integer::parseInt).toArray();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}

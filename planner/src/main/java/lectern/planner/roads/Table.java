package lectern.planner.roads;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lectern.planner.model.Position.Degrees;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One question to the table service and its answer, which is whole and sound or none at all. Thread-safe.
final class Table {

    /// What the service says where there is no way by road.
    static final int NO_WAY = -1;

    /// 45 days; beyond, an answer is taken for garbage.
    static final int LONGEST_MINUTES = 65_000;

    private static final int SECONDS_PER_MINUTE = 60;
    private static final long BYTES_PER_ENTRY = 64;
    private static final long BYTES_BESIDES = 1 << 20;

    private final RoadService service;
    private final HttpClient client;
    private final JsonMapper mapper = JsonMapper.shared();

    Table(RoadService service) {
        this.service = service;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(service.timeout())
                .build();
    }

    /// @return minutes, rounded up, or [#NO_WAY], by source and destination; null when there is no sound answer in time
    int @Nullable [][] ask(List<Degrees> sources, List<Degrees> destinations, Duration wait) {
        HttpRequest request =
                HttpRequest.newBuilder(address(sources, destinations)).GET().build();
        long most = BYTES_BESIDES + BYTES_PER_ENTRY * sources.size() * destinations.size();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most));
        try {
            HttpResponse<byte[]> response = answer.get(wait.toNanos(), TimeUnit.NANOSECONDS);
            return response.statusCode() == 200
                    ? understood(response.body(), sources.size(), destinations.size())
                    : null;
        } catch (TimeoutException | ExecutionException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            answer.cancel(true);
        }
    }

    private URI address(List<Degrees> sources, List<Degrees> destinations) {
        String base = service.address().toString();
        String points = IntStream.range(0, sources.size() + destinations.size())
                .mapToObj(i -> i < sources.size() ? sources.get(i) : destinations.get(i - sources.size()))
                .map(point -> String.format(Locale.ROOT, "%.6f,%.6f", point.lon(), point.lat()))
                .collect(Collectors.joining(";"));
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                + "/table/v1/" + service.profile() + "/" + points
                + "?annotations=duration&sources=" + numbers(0, sources.size())
                + "&destinations=" + numbers(sources.size(), destinations.size()));
    }

    private static String numbers(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(String::valueOf).collect(Collectors.joining(";"));
    }

    private int @Nullable [][] understood(byte[] json, int rows, int columns) {
        try {
            JsonNode answer = mapper.readTree(json);
            JsonNode durations = answer.path("durations");
            if (!answer.path("code").asString("").equals("Ok") || !durations.isArray() || durations.size() != rows) {
                return null;
            }
            int[][] minutes = new int[rows][];
            for (int i = 0; i < rows; i++) {
                int[] row = row(durations.get(i), columns);
                if (row == null) {
                    return null;
                }
                minutes[i] = row;
            }
            return minutes;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static int @Nullable [] row(JsonNode durations, int columns) {
        if (!durations.isArray() || durations.size() != columns) {
            return null;
        }
        int[] minutes = new int[columns];
        for (int j = 0; j < columns; j++) {
            JsonNode seconds = durations.get(j);
            if (seconds.isNull()) {
                minutes[j] = NO_WAY;
                continue;
            }
            double whole = seconds.isNumber() ? Math.ceil(seconds.doubleValue() / SECONDS_PER_MINUTE) : -1;
            if (!(whole >= 0 && whole <= LONGEST_MINUTES)) {
                return null;
            }
            minutes[j] = (int) whole;
        }
        return minutes;
    }
}

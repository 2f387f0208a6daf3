package lectern.fault;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Phones that report headcounts at the same time, as keepers who are signed in.
final class Reports {
    private static final Pattern FORGERY = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");
    private static final int CLIENTS = 64;

    /// One report: its key and number stay the same however often it is sent.
    record Report(UUID key, UUID talkId, int people, String keeperLogin) {}

    private record Phone(HttpClient http, String forgeryToken) {}

    private final String address;
    private final String password;
    private final Map<String, Phone> phones = new ConcurrentHashMap<>();
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();

    Reports(String address, String password) {
        this.address = address;
        this.password = password;
    }

    /// Keys of the reports that the server said it had.
    Set<UUID> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /// Signs every keeper in; the session stands in the database and outlives both servers.
    void signIn(List<String> logins) throws IOException, InterruptedException {
        for (var login : logins) {
            var http = HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .connectTimeout(Duration.ofSeconds(3))
                    .build();
            var token = token(http);
            var answer = http.send(
                    form("/login", token, Map.of("login", login, "password", password)),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 302) {
                throw new IllegalStateException(login + " could not sign in: " + answer.statusCode());
            }
            phones.put(login, new Phone(http, token(http)));
        }
    }

    private String token(HttpClient http) throws IOException, InterruptedException {
        var page = http.send(
                HttpRequest.newBuilder(URI.create(address + "/login")).build(), HttpResponse.BodyHandlers.ofString());
        var found = FORGERY.matcher(page.body());
        if (!found.find()) {
            throw new IllegalStateException("no forgery token on the log-in page");
        }
        return found.group(1);
    }

    /// Sends each report once from 64 clients; meanwhile, after some were acknowledged, does the deed.
    void sendAll(List<Report> reports, int afterAcknowledged, Runnable deed) throws InterruptedException {
        var waiting = new ConcurrentLinkedQueue<>(reports);
        var known = new AtomicInteger();
        var killer = Thread.ofVirtual().start(() -> {
            while (known.get() < afterAcknowledged && !waiting.isEmpty()) {
                Thread.onSpinWait();
            }
            deed.run();
        });
        var clients = java.util.stream.IntStream.range(0, CLIENTS)
                .mapToObj(number -> Thread.ofVirtual().start(() -> {
                    for (var report = waiting.poll(); report != null; report = waiting.poll()) {
                        if (send(report)) {
                            known.incrementAndGet();
                        }
                    }
                }))
                .toList();
        for (var client : clients) {
            client.join();
        }
        killer.join();
    }

    /// Sends again whatever was not acknowledged, until everything is.
    void sendAgain(List<Report> reports) throws InterruptedException {
        for (var round = 0; round < 50; round++) {
            var missing = reports.stream()
                    .filter(report -> !acknowledged.contains(report.key()))
                    .toList();
            if (missing.isEmpty()) {
                return;
            }
            sendAll(missing, Integer.MAX_VALUE, () -> {});
            Thread.sleep(200);
        }
        throw new IllegalStateException("still not everything acknowledged");
    }

    private boolean send(Report report) {
        var phone = phones.get(report.keeperLogin());
        if (phone == null) {
            throw new IllegalStateException(report.keeperLogin() + " is not signed in");
        }
        try {
            var answer = phone.http()
                    .send(
                            form(
                                    "/station/talks/" + report.talkId() + "/headcount",
                                    phone.forgeryToken(),
                                    Map.of(
                                            "key", report.key().toString(),
                                            "people", Integer.toString(report.people()),
                                            "source", "COUNTED")),
                            HttpResponse.BodyHandlers.ofString());
            // After a report the phone is sent on to its station; anything else is no acknowledgement.
            var taken = answer.statusCode() == 302
                    && answer.headers().firstValue("Location").orElse("").contains("/station");
            if (taken) {
                acknowledged.add(report.key());
            }
            return taken;
        } catch (IOException serverGone) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest form(String path, String token, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}

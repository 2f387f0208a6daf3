package lectern.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lectern.SmallCity;

/// Officers who publish drafts at the same time, now at one node, now at the other.
final class Officers {
    private static final Pattern FORGERY = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");
    private static final int CLIENTS = 64;

    /// What an officer was told when he published.
    record Answer(Draft draft, int status, String page) {
        /// After a publication the officer is sent on to his plan; anything else is none.
        boolean isBooked() {
            return status == 302;
        }
    }

    private record Seat(SmallCity.Place unit, String node) {}

    private record Desk(HttpClient http, String forgeryToken) {}

    private final List<String> nodes;
    private final Map<Seat, Desk> desks = new HashMap<>();

    /// @param nodes their addresses
    Officers(List<String> nodes) {
        this.nodes = nodes;
    }

    /// Signs the officer of each unit in at each node.
    void signIn(List<SmallCity.Place> units, String password) throws IOException, InterruptedException {
        for (var unit : units) {
            for (var node : nodes) {
                desks.put(new Seat(unit, node), signIn(unit, node, password));
            }
        }
    }

    private static Desk signIn(SmallCity.Place unit, String node, String password)
            throws IOException, InterruptedException {
        var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var login = Map.of("login", SmallCity.login(unit.officer(), "officer"), "password", password);
        var answer = http.send(form(node + "/login", token(http, node), login), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 302) {
            throw new IllegalStateException(unit.name() + " could not sign in: " + answer.statusCode());
        }
        return new Desk(http, token(http, node));
    }

    private static String token(HttpClient http, String node) throws IOException, InterruptedException {
        var page = http.send(
                HttpRequest.newBuilder(URI.create(node + "/login")).build(), HttpResponse.BodyHandlers.ofString());
        var found = FORGERY.matcher(page.body());
        if (!found.find()) {
            throw new IllegalStateException("no forgery token on the log-in page");
        }
        return found.group(1);
    }

    /// Publishes each draft once, in their order, from 64 clients: every second one sits at the other node.
    List<Answer> publish(List<Draft> drafts) throws InterruptedException {
        var waiting = new ConcurrentLinkedQueue<>(drafts);
        var answers = new ConcurrentLinkedQueue<Answer>();
        var clients = IntStream.range(0, CLIENTS)
                .mapToObj(number ->
                        Thread.ofVirtual().start(() -> publish(waiting, nodes.get(number % nodes.size()), answers)))
                .toList();
        for (var client : clients) {
            client.join();
        }
        return List.copyOf(answers);
    }

    private void publish(Queue<Draft> waiting, String node, Queue<Answer> answers) {
        for (var draft = waiting.poll(); draft != null; draft = waiting.poll()) {
            answers.add(publish(draft, node));
        }
    }

    private Answer publish(Draft draft, String node) {
        var desk = desks.get(new Seat(draft.unit(), node));
        if (desk == null) {
            throw new IllegalStateException("the officer of " + draft.unit().name() + " is not signed in");
        }
        try {
            var answer = desk.http()
                    .send(
                            form(
                                    node + "/plans/" + draft.id() + "/publish",
                                    desk.forgeryToken(),
                                    Map.of("version", "0")),
                            HttpResponse.BodyHandlers.ofString());
            return new Answer(draft, answer.statusCode(), answer.body());
        } catch (IOException noAnswer) {
            throw new UncheckedIOException(noAnswer);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static HttpRequest form(String address, String token, Map<String, String> fields) {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", token)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }
}

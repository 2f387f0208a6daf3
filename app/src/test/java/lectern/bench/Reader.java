package lectern.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Somebody with a browser's cookies, or without an account.
final class Reader {
    /// The pages by name, with the path where this reader finds them.
    private static final Map<String, String> LISTS = Map.of(
            "requests", "/requests",
            "plans", "/plans",
            "talks", "/talks",
            "speakers", "/speakers",
            "venues", "/venues",
            "units", "/units",
            "figures", "/figures",
            "coverage", "/coverage",
            "coverage subjects", "/coverage?view=subjects",
            "coverage map", "/coverage/villages.json");

    private static final Pattern FORGERY = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");

    private final HttpClient http;
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Reader(HttpClient http, String address) {
        this.http = http;
        this.address = address;
    }

    void enter(String as) throws IOException, InterruptedException {
        // The token comes with the cookie that the request needs.
        var forgery = forgery();
        var answer = send(request("/demo/enter")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", forgery)
                .POST(HttpRequest.BodyPublishers.ofString("as=" + URLEncoder.encode(as, StandardCharsets.UTF_8))));
        if (answer.statusCode() != 302) {
            throw new IllegalStateException(
                    "cannot enter as " + as + ": " + answer.statusCode() + "; is this a demo that finished loading?");
        }
    }

    private String forgery() throws IOException, InterruptedException {
        var forgery = FORGERY.matcher(get("/login").body());
        if (!forgery.find()) {
            throw new IllegalStateException("the log-in page carries no forgery token");
        }
        return forgery.group(1);
    }

    /// Hands in a file; where it leads is in the answer.
    HttpResponse<String> upload(String path, Path file) throws IOException, InterruptedException {
        var forgery = forgery();
        var boundary = "part-" + file.getFileName();
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + file.getFileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("X-XSRF-TOKEN", forgery)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head),
                        HttpRequest.BodyPublishers.ofByteArray(Files.readAllBytes(file)),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
    }

    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        var forgery = forgery();
        return send(request(path)
                .header("X-XSRF-TOKEN", forgery)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /// Takes a file.
    void download(String path, Path into) throws IOException, InterruptedException {
        var answer = http.send(request(path).build(), HttpResponse.BodyHandlers.ofFile(into));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + answer.statusCode());
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (var cookie : answer.headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }

    /// The pages that this reader visits, by name; those that the installation does not have are left out.
    Map<String, String> pages() throws IOException, InterruptedException {
        var pages = new LinkedHashMap<String, String>();
        home().ifPresent(path -> pages.put("desk", path));
        for (var list : LISTS.entrySet()) {
            var answer = get(list.getValue());
            if (answer.statusCode() == 200) {
                pages.put(list.getKey(), list.getValue());
                var one = firstOf(list.getValue(), answer.body());
                if (one != null) {
                    pages.put("one of " + list.getKey(), one);
                }
            }
        }
        return pages;
    }

    private Optional<String> home() throws IOException, InterruptedException {
        var answer = get("/");
        return answer.statusCode() / 100 == 3
                ? answer.headers().firstValue("Location").map(URI::create).map(URI::getPath)
                : Optional.of("/").filter(path -> answer.statusCode() == 200);
    }

    private static @Nullable String firstOf(String list, String body) {
        var link = Pattern.compile("href=\"(" + list + "/[0-9a-f-]{36})\"").matcher(body);
        return link.find() ? link.group(1) : null;
    }
}

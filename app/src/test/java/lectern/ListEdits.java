package lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the page of an editable list sends.
public final class ListEdits {
    private static final Pattern UNDO = Pattern.compile("\"undo\":\"([0-9a-f-]{36})\"");

    private ListEdits() {}

    public static HttpResponse<String> post(Visitor.Visit visit, String address, String body) {
        return visit.send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", visit.forgeryToken())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public static String cell(UUID id, String field, String value, String seen) {
        return "id=" + id + "&field=" + field + "&value=" + encoded(value) + "&seen=" + encoded(seen);
    }

    public static String rows(List<UUID> ids, String field, String value) {
        return "field=" + field + "&value=" + encoded(value) + "&"
                + ids.stream().map(id -> "row=" + id).collect(Collectors.joining("&"));
    }

    /// The form that takes that change back.
    public static String undoOf(HttpResponse<String> answer) {
        var undo = UNDO.matcher(answer.body());
        assertThat(undo.find()).as(answer.body()).isTrue();
        return "id=" + undo.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package lectern.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;
import tools.jackson.databind.json.JsonMapper;

/// What a phone's outbox is told about something that it sent: where its page is, or why it was refused. The outbox
/// sends the same forms as the pages do, with a header of its own.
///
/// @param to the page that shows the outcome, empty for a refusal
/// @param text the refusal in the sender's language, empty when it was taken
public record OutboxAnswer(String to, String text) implements View {
    /// The header by which such a request is known.
    public static final String HEADER = "Lectern-Outbox";

    private static final JsonMapper JSON = JsonMapper.shared();

    public static boolean isWanted(HttpServletRequest request) {
        return request.getHeader(HEADER) != null;
    }

    static OutboxAnswer refused(HttpServletRequest request, String key, Object... arguments) {
        var context = Objects.requireNonNull(RequestContextUtils.findWebApplicationContext(request));
        var words = new Words(context, RequestContextUtils.getLocale(request));
        return new OutboxAnswer("", words.of(key, arguments));
    }

    @Override
    public String getContentType() {
        return "application/json;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        response.setContentType(getContentType());
        response.setHeader("Cache-Control", "no-store");
        var body = JSON.writeValueAsString(Map.of("to", to, "text", text));
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}

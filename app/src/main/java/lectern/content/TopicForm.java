package lectern.content;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;

/// What is typed about a topic, as typed. Anything else in the request is ignored.
///
/// @param code empty lets the system make one
public record TopicForm(
        @NotBlank(message = "field.required") @Size(max = 80, message = "field.tooLong")
        String name,

        @Pattern(regexp = "[a-z0-9_-]{0,40}", message = "topic.code.wrong")
        String code,

        @Pattern(regexp = "[5-9]|[1-9]\\d|[1-3]\\d\\d|4[0-7]\\d|480", message = "topic.minutes.wrong")
        String minutes,

        @Size(max = 500, message = "field.tooLong") String summary) {
    public TopicForm {
        name = requireNonNullElse(name, "").strip();
        code = requireNonNullElse(code, "").strip();
        minutes = requireNonNullElse(minutes, "").strip();
        summary = requireNonNullElse(summary, "").strip();
    }

    static TopicForm of(Topic topic) {
        return new TopicForm(topic.name(), topic.code(), Integer.toString(topic.minutes()), topic.summary());
    }

    Map<String, String> values() {
        return Map.of("name", name, "code", code, "minutes", minutes, "summary", summary);
    }
}

package lectern.platform.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/// The values and errors of a form that came back, by field.
///
/// @param values what was typed, as typed
/// @param errors message keys with arguments
public record Fields(Map<String, String> values, Map<String, Problem> errors) {
    /// Why a field cannot be right.
    public record Problem(String key, List<Object> arguments) {
        public Problem(String key, Object... arguments) {
            this(key, List.of(arguments));
        }
    }

    /// A form before anything was typed.
    public static Fields of(Map<String, String> values) {
        return new Fields(values, Map.of());
    }

    /// A form that was refused. The validators' message is a key of ours, such as `{field.required}`.
    public static Fields refused(BindingResult result) {
        var values = new java.util.LinkedHashMap<String, String>();
        var errors = new java.util.LinkedHashMap<String, Problem>();
        for (var error : result.getFieldErrors()) {
            errors.putIfAbsent(error.getField(), problem(error));
        }
        if (result.getTarget() instanceof Record typed) {
            for (var component : typed.getClass().getRecordComponents()) {
                var value = result.getFieldValue(component.getName());
                values.put(component.getName(), value == null ? "" : value.toString());
            }
        } else {
            result.getFieldErrors()
                    .forEach(error -> values.put(
                            error.getField(),
                            error.getRejectedValue() == null
                                    ? ""
                                    : error.getRejectedValue().toString()));
        }
        return new Fields(values, errors);
    }

    private static Problem problem(FieldError error) {
        if (error.isBindingFailure()) {
            return new Problem("field.unreadable");
        }
        var message = error.getDefaultMessage();
        return new Problem(message == null ? "field.wrong" : message);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public @Nullable Problem error(String field) {
        return errors.get(field);
    }

    public boolean refused() {
        return !errors.isEmpty();
    }
}

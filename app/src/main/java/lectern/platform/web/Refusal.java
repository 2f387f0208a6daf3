package lectern.platform.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// A request that is refused for a reason that its sender is told, in his language, with what to do next.
///
/// A refusal inside a transaction rolls it back.
public final class Refusal extends RuntimeException {
    private final HttpStatus status;
    private final String key;
    private final List<Object> arguments;
    private final @Nullable Duration wait;

    private Refusal(HttpStatus status, String key, @Nullable Duration wait, Object... arguments) {
        super(status + " " + key + " " + List.of(arguments));
        this.status = status;
        this.key = key;
        this.wait = wait;
        this.arguments = List.of(arguments);
    }

    /// There is no such thing, or none that the actor may see: both look the same.
    public static Refusal notFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "error.notFound", null);
    }

    /// The same, in words that fit what was asked for.
    public static Refusal notFound(String key, Object... arguments) {
        return new Refusal(HttpStatus.NOT_FOUND, key, null, arguments);
    }

    public static Refusal forbidden(String key, Object... arguments) {
        return new Refusal(HttpStatus.FORBIDDEN, key, null, arguments);
    }

    /// It clashes with what is there or what somebody else did meanwhile.
    public static Refusal conflict(String key, Object... arguments) {
        return new Refusal(HttpStatus.CONFLICT, key, null, arguments);
    }

    /// What was sent cannot be right.
    public static Refusal invalid(String key, Object... arguments) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, key, null, arguments);
    }

    public static Refusal tooOften(Duration wait) {
        return new Refusal(HttpStatus.TOO_MANY_REQUESTS, "error.tooOften", wait, Math.max(1, wait.toSeconds()));
    }

    public HttpStatus status() {
        return status;
    }

    /// The message's key in the bundles.
    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }

    /// How long to wait before the next try, when that is the reason.
    public @Nullable Duration waiting() {
        return wait;
    }
}

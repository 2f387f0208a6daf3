package lectern.platform.api;

import java.util.List;

/// A parameter that cannot be right. The caller gets 422 with its name and what would be right.
public final class WrongParameter extends RuntimeException {
    private final String parameter;
    private final String key;
    private final List<Object> arguments;

    /// @param key message key that says what would be right
    public WrongParameter(String parameter, String key, Object... arguments) {
        super(parameter + " " + key);
        this.parameter = parameter;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    String parameter() {
        return parameter;
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}

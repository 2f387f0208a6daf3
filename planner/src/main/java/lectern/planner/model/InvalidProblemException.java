package lectern.planner.model;

/// A problem or a plan that cannot be understood. The message is one line that says what is wrong and where.
public final class InvalidProblemException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidProblemException(String message) {
        super(message);
    }
}

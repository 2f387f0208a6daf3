package lectern.planner.model;

/// A problem or a plan that cannot be understood or contradicts itself; the one exception that the library throws for
/// what it was given to plan or to judge. The message is one line that says what is wrong and where, such as
/// `talks[17].windows[0]: from 700 is after to 640`.
///
/// [lectern.planner.Limits] that make no sense are a plain [IllegalArgumentException], a stream that fails an
/// [java.io.UncheckedIOException].
public final class InvalidProblemException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidProblemException(String message) {
        super(message);
    }
}

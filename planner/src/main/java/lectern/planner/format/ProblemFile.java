package lectern.planner.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import lectern.planner.model.Problem;

/// A problem as JSON in UTF-8; docs/planner-format.md has every key. Stateless.
public final class ProblemFile {

    private ProblemFile() {}

    /// Pins are not yet checked against the hard rules; whoever plans does that.
    ///
    /// @throws lectern.planner.model.InvalidProblemException with one line that says what is wrong and where
    public static Problem read(byte[] json) {
        return read(new ByteArrayInputStream(json));
    }

    /// As [#read(byte[])], front to end, so that a text far too large is refused before it fills the memory. The stream
    /// is read and not closed.
    ///
    /// @throws lectern.planner.model.InvalidProblemException with one line that says what is wrong and where
    /// @throws java.io.UncheckedIOException when the stream fails
    public static Problem read(InputStream json) {
        return JsonInput.read(json, input -> new ProblemReader(input).read());
    }

    /// What [#read] understands as the same problem, save that travel other than the format's three kinds becomes a
    /// matrix.
    ///
    /// @throws lectern.planner.model.InvalidProblemException when such a matrix would be too large
    public static byte[] write(Problem problem) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        write(problem, json);
        return json.toByteArray();
    }

    /// As [#write(Problem)], piece by piece. The stream is flushed and not closed.
    ///
    /// @throws lectern.planner.model.InvalidProblemException when such a matrix would be too large
    /// @throws java.io.UncheckedIOException when the stream fails
    public static void write(Problem problem, OutputStream json) {
        Json.write(json, generator -> new ProblemWriter(problem, generator).write());
    }
}

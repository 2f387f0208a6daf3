package lectern.planner.format;

/// The most of everything that is read, so that a file made by mistake, or by malice, gets a line as its answer and
/// does not fill the memory. About ten times what a city's busiest month needs.
///
/// What is read takes less than 1 GiB of memory whatever stands in the file; an ordinary file about five times its
/// size.
final class FormatLimits {

    static final long BYTES = 256L * 1024 * 1024;
    static final int PLACES = 200_000;
    static final int TALKS = 100_000;
    static final int SPEAKERS = 100_000;
    static final int ASSIGNMENTS = 1_000_000;

    /// Windows and shifts in all.
    static final int SPANS = 5_000_000;

    /// Different places, skills and segments that are named.
    static final int WORDS = 1_000_000;

    /// Rows of a matrix; as many columns.
    static final int MATRIX = 10_000;

    /// Numbers, texts, lists and objects within one place, talk, speaker or assignment.
    static final int VALUES = 100_000;

    /// Characters of one text or number.
    static final int CHARACTERS = 10_000;

    /// Lists and objects within one another; the format itself needs five.
    static final int DEPTH = 16;

    private FormatLimits() {}
}

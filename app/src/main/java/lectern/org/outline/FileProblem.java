package lectern.org.outline;

import java.util.List;

/// Why something in a file cannot go in, at the place where its author finds it.
///
/// @param place line of a csv file (the headings are line 1), number of a GeoJSON feature (from 1); 0 for the whole
/// file
/// @param cell heading of the cell, or the feature's name; empty when there is none
/// @param found what stands there; empty when nothing does
/// @param key message that says what is wrong and what to do
public record FileProblem(long place, String cell, String found, String key, List<Object> arguments) {
    private static final int LONGEST = 60;

    public FileProblem {
        found = found.length() > LONGEST ? found.substring(0, LONGEST) + "…" : found;
    }

    static FileProblem ofFile(String key, Object... arguments) {
        return new FileProblem(0, "", "", key, List.of(arguments));
    }

    static FileProblem at(long place, String cell, String found, String key, Object... arguments) {
        return new FileProblem(place, cell, found, key, List.of(arguments));
    }
}

package lectern.platform.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.platform.spreadsheet.Cell;
import lectern.platform.spreadsheet.Fold;
import lectern.platform.web.Words;
import org.jspecify.annotations.Nullable;

/// A cell with one of some names, or with several of them, in either language. Several have `；` between them when we
/// write, and any of `；;、，,/` or a new line when we read, unless a name itself holds one.
public final class Choice implements CellType {
    private static final String BETWEEN = "；";
    private static final List<String> STRONG = List.of("[;；\\n|]", "[;；\\n|、，,/]", "[;；\\n|、，,/\\s]");
    private static final int NAMED = 12;
    private final boolean several;
    private final Supplier<List<Option>> source;
    private @Nullable List<Option> options;
    private final Map<String, LinkedHashSet<String>> byName = new HashMap<>();

    private Choice(boolean several, Supplier<List<Option>> source) {
        this.several = several;
        this.source = source;
    }

    public static CellType one(Supplier<List<Option>> options) {
        return new Choice(false, options);
    }

    /// The canonical text is the values in their own order with commas between.
    public static CellType several(Supplier<List<Option>> options) {
        return new Choice(true, options);
    }

    /// The canonical text of several values.
    public static String joined(Collection<String> values) {
        return String.join(",", new TreeSet<>(values));
    }

    /// The values of a canonical text.
    public static List<String> parts(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }

    private List<Option> options() {
        if (options == null) {
            options = source.get();
            options.forEach(option -> Stream.concat(
                            Stream.of(option.value(), option.zh(), option.en()), option.also().stream())
                    .filter(name -> !name.isBlank())
                    .forEach(name -> byName.computeIfAbsent(Fold.key(name), key -> new LinkedHashSet<>())
                            .add(option.value())));
        }
        return options;
    }

    @Override
    public Reading read(Cell cell) {
        var all = options();
        var whole = byName.get(Fold.key(cell.text()));
        if (whole != null) {
            return one(whole, cell.text());
        }
        if (!several) {
            return unknown(cell.text(), all);
        }
        Reading answer = unknown(cell.text(), all);
        for (var between : STRONG) {
            answer = split(cell.text(), between, all);
            if (answer instanceof Reading.Value) {
                return answer;
            }
        }
        return answer;
    }

    private Reading split(String text, String between, List<Option> all) {
        var values = new ArrayList<String>();
        for (var part : text.split(between)) {
            if (!part.isBlank()) {
                var named = byName.get(Fold.key(part));
                var reading = named == null ? unknown(part.strip(), all) : one(named, part.strip());
                if (!(reading instanceof Reading.Value value)) {
                    return reading;
                }
                values.add(value.text());
            }
        }
        return Reading.of(joined(values));
    }

    private static Reading one(Collection<String> named, String text) {
        return named.size() == 1
                ? Reading.of(named.iterator().next())
                : Reading.unreadable("import.cell.twoOfThatName", text);
    }

    /// Names what can be chosen, as far as that helps; the reader finds all of it in the template.
    private static Reading unknown(String text, List<Option> all) {
        if (all.isEmpty()) {
            return Reading.unreadable("import.cell.nothingOffered", text);
        }
        return Reading.unreadable(
                "import.cell.unknown", text, SheetProblem.either(some(all, Option::zh), some(all, Option::en)));
    }

    private static String some(List<Option> all, Function<Option, String> name) {
        var some = all.stream().limit(NAMED).map(name).collect(Collectors.joining(BETWEEN));
        return all.size() > NAMED ? some + "…" : some;
    }

    @Override
    public Map<String, String> shown(Collection<String> values, Words words) {
        var names = new HashMap<String, String>();
        options().forEach(option -> names.put(option.value(), option.name(words)));
        var shown = new LinkedHashMap<String, String>();
        values.forEach(value -> shown.put(
                value,
                parts(value).stream()
                        .map(part -> names.getOrDefault(part, part))
                        .collect(Collectors.joining(BETWEEN))));
        return shown;
    }

    @Override
    public List<String> offered(Words words) {
        return options().stream().map(option -> option.name(words)).toList();
    }

    @Override
    public boolean isClosed() {
        return !several;
    }
}

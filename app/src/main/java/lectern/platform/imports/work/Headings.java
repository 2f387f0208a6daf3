package lectern.platform.imports.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.platform.imports.SheetColumn;
import lectern.platform.imports.SheetProblem;
import lectern.platform.imports.work.SheetImport.Heading;
import lectern.platform.spreadsheet.Fold;
import lectern.platform.spreadsheet.SheetRow;
import lectern.platform.web.Refusal;
import lectern.platform.web.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Finds out what the headings of a file mean: in either language, in any order, with what offices write for them.
@Component
class Headings {
    /// What is appended to a heading to say something about it: `姓名*`, `姓名（必填）`.
    private static final Pattern APPENDED = Pattern.compile("[*＊]|[(（][^)）]*[)）]\\s*$");

    /// The column that a returned workbook gives its reasons in; coming back, it means nothing.
    private static final String REASON = "import.reason";

    private final List<Words> languages;

    Headings(MessageSource messages) {
        languages = Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
                .map(locale -> new Words(messages, locale))
                .toList();
    }

    static String heading(String kind, String column, Words words) {
        return words.of("sheet." + kind + "." + column);
    }

    /// Whether it heads the column that a returned workbook gives its reasons in.
    boolean isReason(String text) {
        return languages.stream().anyMatch(words -> Fold.key(words.of(REASON)).equals(Fold.key(text)));
    }

    /// The heading in both languages, as an argument of a message.
    String heading(String kind, SheetColumn column) {
        return SheetProblem.either(
                heading(kind, column.key(), languages.getFirst()), heading(kind, column.key(), languages.getLast()));
    }

    /// What each word above a column means; nothing for words that are known and mean nothing.
    private Map<String, String> meanings(String kind, List<SheetColumn> columns) {
        var meanings = new HashMap<String, String>();
        for (var words : languages) {
            meanings.put(Fold.key(words.of(REASON)), "");
            for (var column : columns) {
                meanings.put(Fold.key(heading(kind, column.key(), words)), column.key());
                for (var other : words.ofOr("sheet." + kind + "." + column.key() + ".also", "")
                        .split("[,，]")) {
                    meanings.putIfAbsent(Fold.key(other), column.key());
                }
            }
            for (var ignored : words.ofOr("sheet." + kind + ".ignored", "").split("[,，]")) {
                meanings.putIfAbsent(Fold.key(ignored), "");
            }
        }
        meanings.remove("");
        return meanings;
    }

    /// Tells which of the first rows holds the headings.
    ///
    /// @throws Refusal when none does, when one that is needed is missing, or when two mean the same
    Found find(String kind, List<SheetColumn> columns, List<SheetRow> first) {
        var meanings = meanings(kind, columns);
        SheetRow best = null;
        var most = 0L;
        for (var row : first) {
            var known = row.cells().stream()
                    .filter(cell -> !meaning(cell.text(), meanings).isEmpty())
                    .count();
            if (known > most) {
                most = known;
                best = row;
            }
        }
        if (best == null) {
            throw Refusal.invalid(
                    "import.headings.none", names(kind, columns.stream().filter(Headings::isNeeded)));
        }
        var headings = new ArrayList<Heading>();
        for (var cell : best.cells()) {
            headings.add(new Heading(
                    cell.text(), meaning(cell.text(), meanings), meanings.containsKey(word(cell.text(), meanings))));
        }
        check(kind, columns, headings);
        return new Found(best.number(), headings);
    }

    /// @param row number of the row that holds them
    /// @param headings by the position of the column
    record Found(int row, List<Heading> headings) {}

    private void check(String kind, List<SheetColumn> columns, List<Heading> headings) {
        var meant = headings.stream()
                .filter(heading -> !heading.column().isEmpty())
                .collect(Collectors.groupingBy(Heading::column, Collectors.counting()));
        var missing = columns.stream()
                .filter(column -> isNeeded(column) && !meant.containsKey(column.key()))
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.invalid("import.headings.missing", names(kind, missing.stream()));
        }
        var twice = columns.stream()
                .filter(column -> meant.getOrDefault(column.key(), 0L) > 1)
                .toList();
        if (!twice.isEmpty()) {
            throw Refusal.invalid("import.headings.twice", names(kind, twice.stream()));
        }
    }

    private static boolean isNeeded(SheetColumn column) {
        return column.need() == SheetColumn.Need.ALWAYS;
    }

    private String names(String kind, Stream<SheetColumn> columns) {
        var some = columns.toList();
        return SheetProblem.either(joined(kind, some, languages.getFirst()), joined(kind, some, languages.getLast()));
    }

    private static String joined(String kind, List<SheetColumn> columns, Words words) {
        return columns.stream()
                .map(column -> heading(kind, column.key(), words))
                .collect(Collectors.joining(words.of("import.headings.between")));
    }

    private static String meaning(String text, Map<String, String> meanings) {
        return meanings.getOrDefault(word(text, meanings), "");
    }

    private static String word(String text, Map<String, String> meanings) {
        var whole = Fold.key(text);
        return meanings.containsKey(whole)
                ? whole
                : Fold.key(APPENDED.matcher(text).replaceAll(""));
    }
}

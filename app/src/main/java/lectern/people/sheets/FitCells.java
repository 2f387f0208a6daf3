package lectern.people.sheets;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lectern.platform.imports.CellType;
import lectern.platform.imports.Reading;
import lectern.platform.spreadsheet.Cell;
import lectern.platform.spreadsheet.Fold;
import lectern.platform.web.Words;

/// How well a speaker fits segments: `老年人 80；青少年 60`. The canonical text is `elderly=80,youth=60`.
final class FitCells implements CellType {
    private static final Pattern PARTS = Pattern.compile("[;；\\n|、，,]");
    private static final Pattern PART = Pattern.compile("(.+?)[\\s:：=]*(\\d{1,3})[%％]?");
    private static final int MOST = 100;
    private final CellType segment;

    /// @param segment reads the name of one segment
    FitCells(CellType segment) {
        this.segment = segment;
    }

    @Override
    public Reading read(Cell cell) {
        var fits = new TreeMap<String, Integer>();
        for (var text : PARTS.split(cell.text())) {
            var part = PART.matcher(text.strip());
            if (!part.matches() || Integer.parseInt(part.group(2)) > MOST) {
                return Reading.unreadable("speaker.fit.cell", text.strip());
            }
            switch (segment.read(new Cell.Text(part.group(1), Fold.text(part.group(1))))) {
                case Reading.Unreadable unknown -> {
                    return unknown;
                }
                case Reading.Value code -> fits.put(code.text(), Integer.valueOf(part.group(2)));
            }
        }
        return Reading.of(joined(fits));
    }

    static String joined(Map<String, Integer> fits) {
        return new TreeMap<>(fits)
                .entrySet().stream()
                        .map(fit -> fit.getKey() + "=" + fit.getValue())
                        .collect(Collectors.joining(","));
    }

    static Map<String, Integer> parts(String joined) {
        var fits = new TreeMap<String, Integer>();
        if (!joined.isEmpty()) {
            for (var part : joined.split(",")) {
                var between = part.indexOf('=');
                fits.put(part.substring(0, between), Integer.valueOf(part.substring(between + 1)));
            }
        }
        return fits;
    }

    @Override
    public Map<String, String> shown(Collection<String> values, Words words) {
        var codes =
                values.stream().flatMap(value -> parts(value).keySet().stream()).collect(Collectors.toSet());
        var names = segment.shown(codes, words);
        var shown = new HashMap<String, String>();
        values.forEach(value -> shown.put(
                value,
                parts(value).entrySet().stream()
                        .map(fit -> names.getOrDefault(fit.getKey(), fit.getKey()) + " " + fit.getValue())
                        .collect(Collectors.joining("；"))));
        return shown;
    }
}

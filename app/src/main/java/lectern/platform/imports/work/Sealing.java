package lectern.platform.imports.work;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lectern.platform.imports.SheetColumn;
import lectern.platform.imports.work.SheetImport.Heading;
import lectern.platform.security.Sealer;

/// Seals the secret values and cells of rows before they are stored, and opens them again.
final class Sealing {
    private static final String MARK = "sealed:";
    private final Sealer sealer;
    private final Set<String> secret;
    private final Set<Integer> secretCells = new HashSet<>();

    Sealing(Sealer sealer, List<SheetColumn> columns, List<Heading> headings) {
        this.sealer = sealer;
        this.secret = columns.stream()
                .filter(SheetColumn::secret)
                .map(SheetColumn::key)
                .collect(Collectors.toSet());
        for (var index = 0; index < headings.size(); index++) {
            if (secret.contains(headings.get(index).column())) {
                secretCells.add(index);
            }
        }
    }

    Map<String, String> seal(Map<String, String> values) {
        return changed(values, this::sealed);
    }

    Map<String, String> open(Map<String, String> values) {
        return changed(values, this::opened);
    }

    List<String> sealCells(List<String> cells) {
        return changed(cells, this::sealed);
    }

    List<String> openCells(List<String> cells) {
        return changed(cells, this::opened);
    }

    private Map<String, String> changed(Map<String, String> values, UnaryOperator<String> change) {
        if (secret.isEmpty() || values.isEmpty()) {
            return values;
        }
        var changed = new HashMap<>(values);
        secret.forEach(key -> changed.computeIfPresent(key, (same, value) -> change.apply(value)));
        return changed;
    }

    private List<String> changed(List<String> cells, UnaryOperator<String> change) {
        if (secretCells.isEmpty()) {
            return cells;
        }
        var changed = new ArrayList<>(cells);
        for (var index : secretCells) {
            if (index < changed.size()) {
                changed.set(index, change.apply(changed.get(index)));
            }
        }
        return changed;
    }

    private String sealed(String value) {
        return value.isEmpty() ? value : MARK + Base64.getEncoder().encodeToString(sealer.seal(value));
    }

    private String opened(String value) {
        return value.startsWith(MARK) ? sealer.open(Base64.getDecoder().decode(value.substring(MARK.length()))) : value;
    }
}

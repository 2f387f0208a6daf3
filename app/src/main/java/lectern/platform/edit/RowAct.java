package lectern.platform.edit;

import java.util.Map;

/// What a list's page offers to do with the rows that are ticked, for `tag/bulk.jte`.
///
/// @param field what is sent; see [EditableList#deed]
/// @param label such as “set the tier”
/// @param kind how the value is given: `choice`, `number`, or `none` with the value in `options`
/// @param options values with their names; for `none` the one value
public record RowAct(String field, String label, String kind, Map<String, String> options) {
    public static RowAct choice(String field, String label, Map<String, String> options) {
        return new RowAct(field, label, "choice", options);
    }

    public static RowAct number(String field, String label) {
        return new RowAct(field, label, "number", Map.of());
    }

    public static RowAct plain(String field, String label, String value) {
        return new RowAct(field, label, "none", Map.of(value, label));
    }
}

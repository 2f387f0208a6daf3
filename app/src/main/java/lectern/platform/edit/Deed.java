package lectern.platform.edit;

/// A change to one field of a list's rows.
///
/// @param field a name that the list knows, such as `tier`
/// @param about what the field is about where the name alone does not say it, such as a topic's id; else empty
/// @param value what the rows become, in the one form in which the list reads it too
public record Deed(String field, String about, String value) {
    public Deed(String field, String value) {
        this(field, "", value);
    }
}

package lectern.platform.export;

/// A column of an exported list.
///
/// @param width in characters, as Excel counts them
public record ExportColumn(String heading, int width) {
    private static final int USUAL = 16;
    private static final int WIDE = 36;

    static ExportColumn of(String heading) {
        return new ExportColumn(heading, USUAL);
    }

    static ExportColumn wide(String heading) {
        return new ExportColumn(heading, WIDE);
    }
}

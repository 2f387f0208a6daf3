package lectern.platform.export;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/// The kinds of files that a list comes as.
public enum ExportFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv;charset=UTF-8");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /// @param name as in an address; a workbook for anything unknown
    static ExportFormat named(String name) {
        return name.equalsIgnoreCase(CSV.name()) ? CSV : XLSX;
    }

    String mediaType() {
        return mediaType;
    }

    String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    ExportTable open(OutputStream out, String title, List<ExportColumn> columns) {
        return switch (this) {
            case XLSX -> new XlsxTable(out, title, columns);
            case CSV -> new CsvTable(out, columns);
        };
    }
}

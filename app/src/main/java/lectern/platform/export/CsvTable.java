package lectern.platform.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import lectern.platform.spreadsheet.Formulas;
import org.jspecify.annotations.Nullable;

/// A csv file as Excel opens it by a double click: with the byte-order mark that tells it the encoding.
final class CsvTable implements ExportTable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private final CsvWriter csv;
    private int rows;

    CsvTable(OutputStream out, List<ExportColumn> columns) {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            text.write('\uFEFF');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(columns.stream().map(ExportColumn::heading).toList());
    }

    @Override
    public void row(List<? extends @Nullable Object> values) {
        var texts = new ArrayList<String>(values.size());
        values.forEach(value -> texts.add(text(value)));
        csv.writeRecord(texts);
        rows++;
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> Formulas.escaped(text);
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case LocalDate day -> day.toString();
            case LocalTime time -> TIME.format(time);
            default -> throw new IllegalArgumentException("no cell holds a " + value.getClass());
        };
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}

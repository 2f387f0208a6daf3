package lectern.platform.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import lectern.platform.audit.Audit;
import lectern.platform.imports.SheetKind;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import lectern.platform.web.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends lists as files. Rows go from the database into a temporary file and from there to the reader: a slow reader
/// holds no connection, a failure half way is an answer and not a broken file, and nothing leaves without its entry in
/// the audit.
@Component
public class Exports {
    /// At a time, per node: each holds a connection while it reads.
    private static final int MOST_AT_ONCE = 4;

    private static final Duration BUSY = Duration.ofSeconds(10);

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final ObjectProvider<SheetKind> kinds;
    private final Audit audit;
    private final MessageSource messages;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Exports(
            ObjectProvider<SheetKind> kinds,
            Audit audit,
            MessageSource messages,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.kinds = kinds;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// The words of the running request's language.
    public Words words() {
        return new Words(messages, LocaleContextHolder.getLocale());
    }

    /// The layout of a kind that comes in by sheets too.
    ///
    /// @param beside names of what a column has as a code, for reading only: by the column after which each stands
    public KindTable layout(String kind, Map<String, String> beside, Actor actor) {
        var found = kinds.stream()
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no module contributes sheets of " + kind));
        return new KindTable(found, beside, actor, words());
    }

    /// Columns of a list that only leaves, headed by `sheet.<kind>.<key>`.
    ///
    /// @param wide keys of those that hold long texts
    public List<ExportColumn> columns(String kind, List<String> keys, List<String> wide) {
        return keys.stream()
                .map(key -> {
                    var heading = words().of("sheet." + kind + "." + key);
                    return wide.contains(key) ? ExportColumn.wide(heading) : ExportColumn.of(heading);
                })
                .toList();
    }

    /// @param format `xlsx` or `csv`
    /// @throws Refusal 429 when too many are at it
    public void send(Export export, String format, Actor actor, HttpServletResponse response) throws IOException {
        if (!places.tryAcquire()) {
            throw Refusal.tooOften(BUSY);
        }
        try {
            send(export, ExportFormat.named(format), actor, response);
        } finally {
            places.release();
        }
    }

    private void send(Export export, ExportFormat format, Actor actor, HttpServletResponse response)
            throws IOException {
        var title = words().of("sheet." + export.kind());
        var file = Files.createTempFile("lectern-export", format.ending());
        try {
            transaction.executeWithoutResult(status -> write(export, format, title, actor, file));
            response.setContentType(format.mediaType());
            response.setContentLengthLong(Files.size(file));
            response.setHeader("Content-Disposition", disposition(title, format, actor));
            response.setHeader("Cache-Control", "no-store");
            Files.copy(file, response.getOutputStream());
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void write(Export export, ExportFormat format, String title, Actor actor, Path file) {
        try (OutputStream out = Files.newOutputStream(file);
                var table = format.open(out, title, export.columns())) {
            export.rows().into(table);
            var detail = new TreeMap<String, Object>(export.filter());
            detail.put("rows", table.rows());
            detail.put("format", format.name());
            audit.record("export-" + export.kind(), "unit", actor.unitId(), detail);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String disposition(String title, ExportFormat format, Actor actor) {
        var today = LocalDate.ofInstant(clock.instant(), actor.zone());
        return ContentDisposition.attachment()
                .filename(title + " " + today + format.ending(), StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}

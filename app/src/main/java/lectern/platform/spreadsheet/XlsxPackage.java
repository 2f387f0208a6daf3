package lectern.platform.spreadsheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/// A workbook's file as the zip that it is: what is in it is measured before anything of it is believed.
final class XlsxPackage implements AutoCloseable {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static final String TEMPLATE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml";
    private static final byte[] DOCTYPE = {'<', '!', 'D', 'O', 'C', 'T', 'Y', 'P', 'E'};
    private static final byte[] ENTITY = {'<', '!', 'E', 'N', 'T', 'I', 'T', 'Y'};
    private static final int BUFFER = 1 << 16;

    /// Reads no document type and no entity; a file that has one was refused before.
    private static final XMLInputFactory XML = new InputFactoryImpl();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new HashMap<>();

    private XlsxPackage(ZipFile zip) {
        this.zip = zip;
    }

    /// @throws Refusal when it is no workbook, or one that would be too much or is not safe to read
    static XlsxPackage open(Path file) throws IOException {
        XlsxPackage opened;
        try {
            opened = new XlsxPackage(new ZipFile(file.toFile()));
        } catch (ZipException damaged) {
            throw Refusal.invalid("sheet.damaged");
        }
        try {
            opened.measure();
            opened.checkType();
            return opened;
        } catch (IOException | RuntimeException failure) {
            opened.close();
            throw failure;
        }
    }

    /// Unpacks everything once, to count it: the sizes that a zip announces may be lies.
    private void measure() throws IOException {
        if (zip.size() > SpreadsheetLimits.MOST_PARTS) {
            throw Refusal.invalid("sheet.bomb");
        }
        var unpacked = 0L;
        for (var entry : zip.stream().toList()) {
            if (!entry.isDirectory() && parts.put(key(entry.getName()), entry) != null) {
                throw Refusal.invalid("sheet.damaged");
            }
            unpacked += measure(entry, SpreadsheetLimits.MOST_UNPACKED - unpacked);
        }
    }

    private long measure(ZipEntry entry, long left) throws IOException {
        var markup = isMarkup(entry.getName());
        var doctype = new Finder(DOCTYPE);
        var entity = new Finder(ENTITY);
        var size = 0L;
        try (var input = zip.getInputStream(entry)) {
            var buffer = new byte[BUFFER];
            for (var read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                size += read;
                var ratio = size / Math.max(1, entry.getCompressedSize());
                if (size > left || size > SpreadsheetLimits.RATIO_FREE && ratio > SpreadsheetLimits.MOST_RATIO) {
                    throw Refusal.invalid("sheet.bomb");
                }
                if (markup && (doctype.find(buffer, read) || entity.find(buffer, read))) {
                    throw Refusal.invalid("sheet.entities");
                }
            }
        } catch (ZipException | EOFException damaged) {
            throw Refusal.invalid("sheet.damaged");
        }
        return size;
    }

    private static boolean isMarkup(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml");
    }

    private void checkType() throws IOException {
        if (parts.containsKey("mimetype")) {
            throw Refusal.invalid("sheet.openDocument");
        }
        if (!parts.containsKey(key("[Content_Types].xml"))) {
            throw Refusal.invalid("sheet.notSpreadsheet");
        }
        var workbook = false;
        try (var types = read("[Content_Types].xml")) {
            for (var type = types.next("ContentType"); type != null; type = types.next("ContentType")) {
                if (type.contains("macroEnabled") || type.contains("vbaProject")) {
                    throw Refusal.invalid(type.contains("sheet.binary") ? "sheet.binary" : "sheet.macros");
                }
                workbook |= type.equals(WORKBOOK) || type.equals(TEMPLATE);
            }
        }
        if (parts.keySet().stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
            throw Refusal.invalid("sheet.macros");
        }
        if (!workbook) {
            throw Refusal.invalid("sheet.notSpreadsheet");
        }
    }

    /// Which part holds which sheet: the sheets' ids lead to parts.
    Map<String, String> sheetParts() throws IOException {
        var targets = new HashMap<String, String>();
        try (var relations = read("xl/_rels/workbook.xml.rels")) {
            for (var id = relations.next("Id"); id != null; id = relations.next("Id")) {
                var target = relations.attribute("Target");
                if (target != null) {
                    targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        }
        return targets;
    }

    boolean has(String part) {
        return parts.containsKey(key(part));
    }

    /// @throws Refusal when there is no such part
    Part read(String part) throws IOException {
        var entry = parts.get(key(part));
        if (entry == null) {
            throw Refusal.invalid("sheet.damaged");
        }
        return new Part(zip.getInputStream(entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /// One part, read element by element. Bad markup is a damaged file.
    static final class Part implements AutoCloseable {
        private final InputStream input;
        final XMLStreamReader reader;

        private Part(InputStream input) throws IOException {
            this.input = input;
            try {
                this.reader = XML.createXMLStreamReader(input);
            } catch (XMLStreamException broken) {
                input.close();
                throw Refusal.invalid("sheet.damaged");
            }
        }

        /// The next event; END_DOCUMENT at the end.
        int next() {
            try {
                return reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
            } catch (XMLStreamException broken) {
                throw Refusal.invalid("sheet.damaged");
            }
        }

        /// Goes to the next element that has that attribute.
        ///
        /// @return its value; null when there is none any more
        @Nullable
        String next(String attribute) {
            for (var event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
                var value = event == XMLStreamConstants.START_ELEMENT ? attribute(attribute) : null;
                if (value != null) {
                    return value;
                }
            }
            return null;
        }

        @Nullable
        String attribute(String name) {
            return reader.getAttributeValue(null, name);
        }

        @Override
        public void close() throws IOException {
            input.close();
        }
    }

    /// Looks for a few bytes in a stream of buffers.
    private static final class Finder {
        private final byte[] wanted;
        private int matched;

        private Finder(byte[] wanted) {
            this.wanted = wanted;
        }

        boolean find(byte[] buffer, int length) {
            for (var index = 0; index < length; index++) {
                if (buffer[index] == wanted[matched]) {
                    matched++;
                    if (matched == wanted.length) {
                        return true;
                    }
                } else {
                    // What is wanted begins with its only `<`.
                    matched = buffer[index] == wanted[0] ? 1 : 0;
                }
            }
            return false;
        }
    }
}

package lectern.platform.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook put together part by part, as strange as it has to be.
final class Book {
    static final String CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /// @param rows markup of its only sheet's rows
    Book(String rows) {
        type(CONTENT);
        part(
                "_rels/.rels",
                XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"r1\" Type=\"" + OFFICE
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        workbook("", "<sheet name=\"甲\" sheetId=\"1\" r:id=\"r1\"/>");
        part(
                "xl/_rels/workbook.xml.rels",
                XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"r1\" Type=\"" + OFFICE
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" + OFFICE
                        + "/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>");
        sheet(1, rows, "");
    }

    Book type(String contentType) {
        return part(
                "[Content_Types].xml",
                XML + "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"xml\""
                        + " ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\""
                        + contentType + "\"/></Types>");
    }

    Book workbook(String properties, String sheets) {
        return part(
                "xl/workbook.xml",
                XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><workbookPr " + properties
                        + "/><sheets>" + sheets + "</sheets></workbook>");
    }

    Book sheet(int number, String rows, String after) {
        return part(
                "xl/worksheets/sheet" + number + ".xml",
                XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData>" + after + "</worksheet>");
    }

    Book part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Book part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    Book without(String name) {
        parts.remove(name);
        return this;
    }

    /// Markup of a cell with text.
    static String text(String place, String text) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    static String number(String place, String number) {
        return "<c r=\"" + place + "\"><v>" + number + "</v></c>";
    }

    static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }
}

package lectern.platform.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Files that offices and attackers hand in, each with the key of the answer that it gets.
public final class BadFiles {
    private static final String HEADER = "d0cf11e0a1b11ae1";
    private static final int MEBIBYTE = 1 << 20;

    /// Where an entry of a zip's list of parts says how long the part is.
    private static final int PACKED_SIZE = 20;

    private BadFiles() {}

    /// @param name as its owner calls it, which says nothing of what it is
    public record BadFile(String name, byte[] content, String key) {}

    /// By what is wrong with them.
    public static Map<String, BadFile> all() {
        var files = new LinkedHashMap<String, BadFile>();
        put(files, "nothing in it", "名单.xlsx", new byte[0], "sheet.empty");
        put(files, "no row in any sheet", "名单.xlsx", new Book("").bytes(), "sheet.empty");
        put(files, "xls called xlsx", "名单.xlsx", compound("Workbook"), "sheet.oldWorkbook");
        put(files, "behind a password", "名单.xlsx", compound("EncryptedPackage"), "sheet.encrypted");
        put(files, "old text document", "名单.xlsx", compound("WordDocument"), "sheet.notSpreadsheet");
        put(files, "web page called xls", "名单.xls", utf8("\uFEFF<html><table><tr><td>姓名"), "sheet.webPage");
        put(files, "picture", "名单.csv", HexFormat.of().parseHex("89504e470d0a1a0a0000000d"), "sheet.notSpreadsheet");
        put(files, "photograph", "名单.csv", HexFormat.of().parseHex("ffd8ffe000104a46"), "sheet.notSpreadsheet");
        put(files, "half a character", "名单.csv", HexFormat.of().parseHex("fffe594e2c"), "sheet.notSpreadsheet");
        put(files, "text document", "名单.xlsx", book().type("word/main").bytes(), "sheet.notSpreadsheet");
        put(files, "other zip", "名单.xlsx", book().without("[Content_Types].xml").bytes(), "sheet.notSpreadsheet");
        put(files, "open document", "名单.ods", book().part("mimetype", "ods").bytes(), "sheet.openDocument");
        put(files, "macros", "名单.xlsx", book().type(macros("sheet")).bytes(), "sheet.macros");
        put(
                files,
                "macros unannounced",
                "名单.xlsx",
                book().part("xl/vbaProject.bin", "x").bytes(),
                "sheet.macros");
        put(files, "binary", "名单.xlsx", book().type(macros("sheet.binary")).bytes(), "sheet.binary");
        put(files, "entities", "名单.xlsx", entities(), "sheet.entities");
        put(
                files,
                "zip bomb",
                "名单.xlsx",
                book().part("x", new byte[16 * MEBIBYTE]).bytes(),
                "sheet.bomb");
        put(files, "cut off", "名单.xlsx", cut(book().bytes()), "sheet.damaged");
        put(files, "overwritten", "名单.xlsx", overwritten(), "sheet.damaged");
        put(files, "a part too short", "名单.xlsx", shortened(), "sheet.damaged");
        put(
                files,
                "a part missing",
                "名单.xlsx",
                book().without("xl/worksheets/sheet1.xml").bytes(),
                "sheet.damaged");
        put(files, "markup not closed", "名单.xlsx", new Book("<row><c>").bytes(), "sheet.damaged");
        put(files, "no such text", "名单.xlsx", new Book("<row><c t=\"s\"><v>9</v></c></row>").bytes(), "sheet.damaged");
        put(files, "quotes", "名单.csv", utf8("姓名,单位\n\"林安,某村\n"), "sheet.quotes");
        put(files, "a long cell", "名单.csv", utf8("姓名\n" + "字".repeat(40_000)), "sheet.cellTooLong");
        put(files, "many columns", "名单.csv", utf8("姓名" + ",列".repeat(300)), "sheet.tooManyColumns");
        put(files, "many rows", "名单.xlsx", new Book(rows()).bytes(), "sheet.tooManyRows");
        return files;
    }

    private static void put(Map<String, BadFile> files, String what, String name, byte[] content, String key) {
        files.put(what, new BadFile(name, content, key));
    }

    private static Book book() {
        return new Book(Book.row(1, Book.text("A1", "姓名")) + Book.row(2, Book.text("A2", "林安")));
    }

    private static String macros(String kind) {
        return "application/vnd.ms-excel." + kind + ".macroEnabled.main+xml";
    }

    private static byte[] entities() {
        return book().part(
                        "xl/worksheets/sheet1.xml",
                        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                                + "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>"
                                + "</sheetData></worksheet>")
                .bytes();
    }

    private static String rows() {
        return IntStream.rangeClosed(1, SpreadsheetLimits.MOST_ROWS + 1)
                .mapToObj(row -> "<row><c><v>" + row + "</v></c></row>")
                .collect(Collectors.joining());
    }

    private static byte[] compound(String stream) {
        var content = new ByteArrayOutputStream();
        content.writeBytes(HexFormat.of().parseHex(HEADER));
        content.writeBytes(new byte[512]);
        content.writeBytes(stream.getBytes(StandardCharsets.UTF_16LE));
        content.writeBytes(new byte[512]);
        return content.toByteArray();
    }

    private static byte[] cut(byte[] content) {
        return Arrays.copyOf(content, content.length / 2);
    }

    /// Its beginning and its list of parts are whole; the packed parts are not.
    private static byte[] overwritten() {
        var content = book().bytes();
        Arrays.fill(content, 60, content.length / 3, (byte) 0xA5);
        return content;
    }

    /// Its last part is said to be packed into fewer bytes than it is.
    private static byte[] shortened() {
        var content = ByteBuffer.wrap(book().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        var entry = content.capacity() - Integer.BYTES;
        while (content.getInt(entry) != 0x02014b50) {
            entry--;
        }
        content.putInt(entry + PACKED_SIZE, content.getInt(entry + PACKED_SIZE) - 9);
        return content.array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

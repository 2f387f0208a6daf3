package lectern.platform.spreadsheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/// What a file is by its first bytes: names and announced types say what somebody believes.
enum FileKind {
    EMPTY,
    ZIP,
    /// Excel 97 to 2003, whatever the file is called.
    OLD_WORKBOOK,
    /// A workbook behind a password: encrypted ones are wrapped like old ones.
    ENCRYPTED,
    /// Many systems write a web page and call it xls.
    WEB_PAGE,
    TEXT,
    OTHER;

    private static final byte[] ZIP_START = HexFormat.of().parseHex("504b0304");
    private static final byte[] COMPOUND_START = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    private static final int FIRST_BYTES = 4096;

    static FileKind of(Path file) throws IOException {
        byte[] first;
        try (var input = Files.newInputStream(file)) {
            first = input.readNBytes(FIRST_BYTES);
        }
        if (first.length == 0) {
            return EMPTY;
        }
        if (startsWith(first, ZIP_START)) {
            return ZIP;
        }
        if (startsWith(first, COMPOUND_START)) {
            return compound(file);
        }
        var wide = first.length > 1 && ((first[0] & 0xFF) << 8 | first[1] & 0xFF) >= 0xFEFF;
        if (!wide && hasControl(first)) {
            return OTHER;
        }
        return looksLikePage(first) ? WEB_PAGE : TEXT;
    }

    /// The names of a compound file's streams stand in its directory, as UTF-16.
    private static FileKind compound(Path file) throws IOException {
        var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (content.contains(wide("EncryptedPackage"))) {
            return ENCRYPTED;
        }
        return content.contains(wide("Workbook")) || content.contains(wide("Book")) ? OLD_WORKBOOK : OTHER;
    }

    private static String wide(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    /// Bytes that no text has, in whatever encoding but UTF-16.
    private static boolean hasControl(byte[] content) {
        for (var each : content) {
            if (each >= 0 && each < ' ' && each != '\t' && each != '\n' && each != '\r' && each != '\f') {
                return true;
            }
        }
        return false;
    }

    private static boolean looksLikePage(byte[] content) {
        var text = new String(content, StandardCharsets.ISO_8859_1)
                .replace("\u00EF\u00BB\u00BF", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return text.startsWith("<html")
                || text.startsWith("<!doctype")
                || text.startsWith("<?xml")
                || text.startsWith("<table")
                || text.startsWith("<meta");
    }
}

package lectern.platform.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Reads text as offices save it: UTF-8 with or without a byte-order mark, or GB 18030 (which contains GBK).
public final class Texts {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private Texts() {}

    /// The text without its byte-order mark; empty when the bytes are text in none of these encodings.
    public static Optional<String> read(byte[] content) {
        return CHARSETS.stream()
                .flatMap(charset -> strictly(content, charset).stream())
                .filter(text -> text.indexOf('\0') < 0)
                .findFirst()
                .map(Texts::withoutMark);
    }

    private static Optional<String> strictly(byte[] content, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException otherEncoding) {
            return Optional.empty();
        }
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}

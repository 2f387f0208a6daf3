package lectern.planner.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import lectern.planner.model.InvalidProblemException;

/// Passes on bytes as long as they are UTF-8 text (RFC 3629: neither overlong forms nor surrogates) without zero
/// characters, which no JSON has but UTF-16 is full of, and as long as they are not too many.
final class Utf8Input extends FilterInputStream {

    private long bytes;
    private int line = 1;

    /// Bytes still to come of the current character, and the bounds of the next.
    private int pending;

    private int least;
    private int most;

    Utf8Input(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        if (next >= 0) {
            check(next);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            check(buffer[i] & 0xFF);
        }
        return count;
    }

    private void check(int next) {
        bytes++;
        if (bytes > FormatLimits.BYTES) {
            throw new InvalidProblemException(
                    "the file has more than " + FormatLimits.BYTES + " bytes, too many for one problem");
        }
        if (pending > 0) {
            if (next < least || next > most) {
                throw refused(next);
            }
            pending--;
            expect(pending, 0x80, 0xBF);
        } else if (next >= 0x80) {
            start(next);
        } else if (next == '\n') {
            line++;
        } else if (next == 0) {
            throw refused(next);
        }
    }

    private void start(int next) {
        switch (next) {
            case 0xE0 -> expect(2, 0xA0, 0xBF);
            case 0xED -> expect(2, 0x80, 0x9F);
            case 0xF0 -> expect(3, 0x90, 0xBF);
            case 0xF4 -> expect(3, 0x80, 0x8F);
            default -> {
                if (next < 0xC2 || next > 0xF4) {
                    throw refused(next);
                }
                expect(next < 0xE0 ? 1 : next < 0xF0 ? 2 : 3, 0x80, 0xBF);
            }
        }
    }

    private void expect(int count, int from, int to) {
        pending = count;
        least = from;
        most = to;
    }

    private InvalidProblemException refused(int next) {
        return new InvalidProblemException("not UTF-8 at line %d: byte 0x%02X".formatted(line, next));
    }
}

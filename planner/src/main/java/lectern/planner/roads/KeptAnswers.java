package lectern.planner.roads;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import lectern.planner.model.Position.Degrees;

/// A file of answers, one record after the other, each with its checksum; what a broken-off write left at its end
/// is cut off. Locked while it is read or written, so that several runs may share it.
///
/// A record: rows, columns (4 bytes each); latitude and longitude in millionths (4 + 4) of each row, then of each
/// column; minutes row by row (2 each, 65535: no way by road); CRC-32C of all that (4). Big-endian.
final class KeptAnswers {

    private static final String KIND = "lectern road times 1: ";
    private static final long MOST_BYTES = 1L << 30;

    /// Locks on files hold between processes, not between threads.
    private static final Object ONE_AT_A_TIME = new Object();

    private static final char NO_WAY = Character.MAX_VALUE;

    private final Path file;
    private final String header;
    private volatile boolean complete = true;

    interface Reader {
        void on(Point from, Point to, int minutes);
    }

    KeptAnswers(Path file, String service) {
        this.file = file;
        this.header = KIND + service + "\n";
    }

    boolean isComplete() {
        return complete;
    }

    void read(Reader reader) {
        synchronized (ONE_AT_A_TIME) {
            readLocked(reader);
        }
    }

    private void readLocked(Reader reader) {
        try (FileChannel channel = open();
                FileLock lock = channel.lock()) {
            assert lock.isValid();
            byte[] expected = header.getBytes(StandardCharsets.UTF_8);
            if (channel.size() == 0) {
                write(channel, ByteBuffer.wrap(expected));
                return;
            }
            DataInputStream in =
                    new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), 1 << 16));
            byte[] found = in.readNBytes(expected.length);
            if (!Arrays.equals(found, expected)) {
                throw new IllegalArgumentException(file + ": does not hold the answers of "
                        + header.substring(KIND.length()).strip() + "; name another file, or delete this one");
            }
            long sound = expected.length;
            long length = record(in, reader);
            while (length > 0) {
                sound += length;
                length = record(in, reader);
            }
            channel.truncate(sound);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /// @return its length, 0 at the end of what is sound
    private static long record(DataInputStream in, Reader reader) throws IOException {
        try {
            int rows = in.readInt();
            int columns = in.readInt();
            if (rows < 1 || columns < 1 || rows > RoadService.LARGEST_BLOCK || columns > RoadService.LARGEST_BLOCK) {
                return 0;
            }
            byte[] rest = new byte[8 * (rows + columns) + 2 * rows * columns];
            in.readFully(rest);
            ByteBuffer record = ByteBuffer.wrap(rest);
            if (in.readInt() != checksum(rows, columns, rest)) {
                return 0;
            }
            Point[] points = new Point[rows + columns];
            for (int i = 0; i < points.length; i++) {
                points[i] = new Point(record.getInt(), record.getInt());
            }
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    char minutes = record.getChar();
                    reader.on(points[i], points[rows + j], minutes == NO_WAY ? Table.NO_WAY : minutes);
                }
            }
            return 12L + rest.length;
        } catch (EOFException e) {
            return 0;
        }
    }

    private static int checksum(int rows, int columns, byte[] rest) {
        CRC32C checksum = new CRC32C();
        checksum.update(ByteBuffer.allocate(8).putInt(rows).putInt(columns).flip());
        checksum.update(rest);
        return (int) checksum.getValue();
    }

    /// When the disk is full or the file as large as it may grow, planning goes on without.
    void append(List<Degrees> from, List<Degrees> to, int[][] minutes) {
        ByteBuffer rest = ByteBuffer.allocate(8 * (from.size() + to.size()) + 2 * from.size() * to.size());
        from.forEach(degrees -> put(rest, degrees));
        to.forEach(degrees -> put(rest, degrees));
        for (int[] row : minutes) {
            for (int each : row) {
                rest.putChar(each == Table.NO_WAY ? NO_WAY : (char) each);
            }
        }
        ByteBuffer record = ByteBuffer.allocate(12 + rest.capacity());
        record.putInt(from.size()).putInt(to.size()).put(rest.array());
        record.putInt(checksum(from.size(), to.size(), rest.array())).flip();
        synchronized (ONE_AT_A_TIME) {
            append(record);
        }
    }

    private void append(ByteBuffer record) {
        try (FileChannel channel = open();
                FileLock lock = channel.lock()) {
            assert lock.isValid();
            if (channel.size() + record.remaining() > MOST_BYTES) {
                complete = false;
                return;
            }
            channel.position(channel.size());
            write(channel, record);
        } catch (IOException e) {
            complete = false;
        }
    }

    private static void put(ByteBuffer record, Degrees degrees) {
        Point point = Point.of(degrees);
        record.putInt(point.lat()).putInt(point.lon());
    }

    private static void write(FileChannel channel, ByteBuffer left) throws IOException {
        while (left.hasRemaining()) {
            int written = channel.write(left);
            assert written >= 0;
        }
    }
}

package lectern.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps a second Lectern out of a data folder. The system gives it up when the process ends, however it ends.
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws IOException when another Lectern works in that folder
    static FolderLock take(Path data) throws IOException {
        Files.createDirectories(data);
        var channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // told below
        }
        channel.close();
        throw new IOException("another Lectern is running with the data folder " + data.toAbsolutePath()
                + ": end it, or choose another folder with --data");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

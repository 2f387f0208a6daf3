package lectern.planner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;
import lectern.planner.model.InvalidProblemException;
import org.jspecify.annotations.Nullable;

/// Reads files and writes them whole or not at all.
final class Files {

    private Files() {}

    static <T> T read(Path file, Function<InputStream, T> reader) {
        if (java.nio.file.Files.isDirectory(file)) {
            throw new InvalidProblemException(file + ": is a directory, not a file");
        }
        try (InputStream in = java.nio.file.Files.newInputStream(file)) {
            return reader.apply(in);
        } catch (NoSuchFileException e) {
            throw new InvalidProblemException(file + ": there is no such file");
        } catch (IOException e) {
            throw new InvalidProblemException(file + ": cannot be read (" + reason(e) + ")");
        } catch (UncheckedIOException e) {
            throw new InvalidProblemException(file + ": cannot be read (" + reason(e.getCause()) + ")");
        }
    }

    /// Refuses early what [#write] could not do at the end of a long run.
    static void checkWritable(Path file) {
        Path directory = directory(file);
        if (java.nio.file.Files.isDirectory(file)) {
            throw new InvalidProblemException(file + ": is a directory");
        } else if (!java.nio.file.Files.isDirectory(directory)) {
            throw new InvalidProblemException(file + ": there is no directory " + directory);
        }
        try {
            java.nio.file.Files.delete(java.nio.file.Files.createTempFile(directory, ".plan", ".tmp"));
        } catch (IOException e) {
            throw new InvalidProblemException(file + ": cannot be written (" + reason(e) + ")");
        }
    }

    static void write(Path file, byte[] content) {
        try {
            Path temporary = java.nio.file.Files.createTempFile(directory(file), ".plan", ".tmp");
            try {
                java.nio.file.Files.write(temporary, content);
                java.nio.file.Files.move(
                        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                java.nio.file.Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new InvalidProblemException(file + ": cannot be written (" + reason(e) + ")");
        }
    }

    private static Path directory(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private static String reason(@Nullable Exception e) {
        if (e instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason();
        }
        return e == null || e.getMessage() == null ? "for no known reason" : e.getMessage();
    }
}

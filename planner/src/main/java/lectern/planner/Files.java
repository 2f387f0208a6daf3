package lectern.planner;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import lectern.planner.model.InvalidProblemException;

/// Reads whole files and writes them whole or not at all.
final class Files {

    private Files() {}

    static byte[] read(Path file) {
        try {
            return java.nio.file.Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new InvalidProblemException(file + ": there is no such file");
        } catch (IOException e) {
            throw new InvalidProblemException(file + ": cannot be read (" + reason(e) + ")");
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

    private static String reason(IOException e) {
        boolean told = e instanceof FileSystemException failed && failed.getReason() != null;
        return told
                ? String.valueOf(((FileSystemException) e).getReason())
                : e.getClass().getSimpleName();
    }
}

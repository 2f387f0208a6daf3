package lectern.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.springframework.stereotype.Component;

/// Secrets that this installation made for itself, in `<data>/secrets.properties`, readable by its user only.
@Component
public class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Path file;
    private final Properties kept = new Properties();

    public Secrets(Settings settings) {
        file = settings.data().resolve("secrets.properties");
        try {
            Files.createDirectories(settings.data());
            if (Files.exists(file)) {
                try (var reader = Files.newBufferedReader(file)) {
                    kept.load(reader);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot read " + file + ": give this user the folder, or another one with --data", failure);
        }
    }

    /// The secret of that name: 32 random bytes in URL-safe Base64, made when first asked for.
    public synchronized String named(String name) {
        var known = kept.getProperty(name);
        if (known != null) {
            return known;
        }
        var made = random();
        kept.setProperty(name, made);
        write();
        return made;
    }

    public static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void write() {
        var fresh = file.resolveSibling("secrets.properties.new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var writer = Files.newBufferedWriter(fresh)) {
                kept.store(writer, "Made by Lectern. Keep it with your backups: phone numbers are sealed with it.");
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }
}

package lectern.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import lectern.platform.Settings;
import lectern.platform.Sha256;
import lectern.platform.database.Identifiers;
import lectern.platform.database.Scopes;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps files by their content below `<data>/files`; the database knows whose they are. The content is on disk before
/// the row is committed, so a row never points at nothing. Names on disk are made by us.
@Component
public class FileStore {
    private final Path folder;
    private final JdbcClient jdbc;
    private final Clock clock;

    FileStore(Settings settings, JdbcClient jdbc, Clock clock) {
        this.folder = settings.data().resolve("files");
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Stores a file in the current scope's unit.
    ///
    /// @param most bytes allowed
    /// @throws Refusal 422 when it is larger
    @Transactional(propagation = Propagation.MANDATORY)
    public StoredFile store(String name, String mediaType, InputStream content, long most) {
        var sha256 = Sha256.digest();
        try {
            Files.createDirectories(folder);
            var part = Files.createTempFile(folder, "in-", ".part");
            try (var limited = new DigestInputStream(content, sha256)) {
                var bytes = copy(limited, part, most);
                var hash = HexFormat.of().formatHex(sha256.digest());
                keep(part, hash);
                return add(new StoredFile(Identifiers.next(), name, mediaType, bytes, hash));
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("could not store a file in " + folder, failure);
        }
    }

    private static long copy(InputStream content, Path part, long most) throws IOException {
        try (var out = Files.newOutputStream(part)) {
            var buffer = new byte[64 * 1024];
            var bytes = 0L;
            for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > most) {
                    throw Refusal.invalid("file.tooLarge", most / 1024 / 1024);
                }
                out.write(buffer, 0, read);
            }
            return bytes;
        }
    }

    private void keep(Path part, String hash) throws IOException {
        var target = place(hash);
        Files.createDirectories(target.getParent());
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException sameContent) {
            Files.deleteIfExists(part);
        }
    }

    private Path place(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    private StoredFile add(StoredFile file) {
        var scope = Scopes.required();
        jdbc.sql("""
                        insert into stored_file (id, city_id, path, name, media_type, bytes, sha256, stored_by, stored_at)
                        values (:id, :city, :path, :name, :type, :bytes, :sha256, :by, :at)
                        """)
                .param("id", file.id())
                .param("city", scope.cityId())
                .param("path", scope.path())
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("bytes", file.bytes())
                .param("sha256", file.sha256())
                .param("by", Actor.current().map(Actor::accountId).orElse(null))
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return file;
    }

    @Transactional(readOnly = true)
    public Optional<StoredFile> find(UUID id) {
        return jdbc.sql("select id, name, media_type, bytes, sha256 from stored_file where id = :id")
                .param("id", id)
                .query(StoredFile.class)
                .optional();
    }

    /// The content; the caller closes it.
    public InputStream open(StoredFile file) {
        try {
            return Files.newInputStream(place(file.sha256()));
        } catch (IOException failure) {
            throw new UncheckedIOException("the content of file " + file.id() + " is missing below " + folder, failure);
        }
    }
}

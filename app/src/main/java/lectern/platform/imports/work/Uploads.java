package lectern.platform.imports.work;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import lectern.platform.files.FileStore;
import lectern.platform.files.StoredFile;
import lectern.platform.security.Sealer;
import org.springframework.stereotype.Component;

/// Keeps the files that were handed in. They hold phone numbers, so their content is sealed as a whole.
@Component
class Uploads {
    /// Bytes; what the web server lets in is less.
    private static final long MOST = 64L << 20;

    private final FileStore files;
    private final Sealer sealer;

    Uploads(FileStore files, Sealer sealer) {
        this.files = files;
        this.sealer = sealer;
    }

    StoredFile keep(String name, byte[] content) {
        var sealed = sealer.seal(content);
        return files.store(name, "application/octet-stream", new ByteArrayInputStream(sealed), MOST);
    }

    /// @throws IllegalStateException when there is no such file
    byte[] content(UUID id) {
        var file = files.find(id).orElseThrow(() -> new IllegalStateException("file " + id + " is missing"));
        try (var sealed = files.open(file)) {
            return sealer.openBytes(sealed.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException("file " + file.id() + " cannot be read", failure);
        }
    }
}

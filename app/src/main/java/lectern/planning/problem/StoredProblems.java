package lectern.planning.problem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import lectern.planner.Stub.Problem;
import lectern.platform.files.FileStore;
import lectern.platform.web.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what the planner was given, so that a draft can be explained, changed and checked later on any node.
@Component
public class StoredProblems {
    private static final long MOST_BYTES = 500L * 1024 * 1024;
    private final FileStore files;
    private final JsonMapper json;

    StoredProblems(FileStore files, JsonMapper json) {
        this.files = files;
        this.json = json;
    }

    /// @return of the file, in the planner's format
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID store(UUID plan, Problem problem) {
        var content = json.writeValueAsBytes(problem);
        return files.store("plan-" + plan + ".json", "application/json", new ByteArrayInputStream(content), MOST_BYTES)
                .id();
    }

    @Transactional(readOnly = true)
    public Problem read(UUID id) {
        try (var content = files.open(files.find(id).orElseThrow(Refusal::notFound))) {
            return json.readValue(content, Problem.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

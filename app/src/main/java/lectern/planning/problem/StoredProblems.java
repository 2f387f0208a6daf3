package lectern.planning.problem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import lectern.planner.format.ProblemFile;
import lectern.planner.model.Problem;
import lectern.platform.files.FileStore;
import lectern.platform.web.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what the planner was given, so that a draft can be explained, changed and checked later on any node.
@Component
public class StoredProblems {
    private static final long MOST_BYTES = 500L * 1024 * 1024;
    private final FileStore files;

    StoredProblems(FileStore files) {
        this.files = files;
    }

    /// @return of the file, in the planner's format
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID store(UUID plan, Problem problem) {
        var content = ProblemFile.write(problem);
        return files.store("plan-" + plan + ".json", "application/json", new ByteArrayInputStream(content), MOST_BYTES)
                .id();
    }

    @Transactional(readOnly = true)
    public Problem read(UUID id) {
        try (var content = files.open(files.find(id).orElseThrow(Refusal::notFound))) {
            return ProblemFile.read(content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

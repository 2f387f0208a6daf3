package lectern.platform.imports.work;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lectern.platform.imports.SheetProblem;
import org.jspecify.annotations.Nullable;

/// A file that somebody handed in, and what came of it.
///
/// @param refusal why nothing of it could be read
/// @param counts of its rows; after an import, rows that could not go in any more count as failed
/// @param putBack rows that an undo put back
/// @param kept rows that it left, each with its reason
/// @param jobId the work that was done on it last
public record SheetImport(
        UUID id,
        String path,
        String kind,
        UUID fileId,
        String fileName,
        State state,
        List<Heading> headings,
        @Nullable SheetProblem refusal,
        Counts counts,
        int putBack,
        int kept,
        @Nullable UUID jobId,
        String uploader,
        Instant uploadedAt,
        @Nullable String applier,
        @Nullable Instant appliedAt,
        @Nullable String undoer,
        @Nullable Instant undoneAt) {
    public enum State {
        CHECKING,
        /// Nothing of the file could be read.
        REFUSED,
        /// The dry run is done.
        CHECKED,
        APPLYING,
        APPLIED,
        UNDOING,
        UNDONE;

        public boolean isAtWork() {
            return this == CHECKING || this == APPLYING || this == UNDOING;
        }

        /// How it is shown: good, wait or bad.
        public String look() {
            return switch (this) {
                case CHECKING, CHECKED, APPLYING, UNDOING -> "wait";
                case APPLIED -> "good";
                case REFUSED -> "bad";
                case UNDONE -> "over";
            };
        }
    }

    /// A heading as it stands in the file.
    ///
    /// @param column key of the column that it means; empty for one that means none
    /// @param known whether it means something, or is known to mean nothing
    public record Heading(String text, String column, boolean known) {}

    public record Counts(int fresh, int changed, int unchanged, int failed) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        public int all() {
            return fresh + changed + unchanged + failed;
        }

        /// Rows that do something.
        public int good() {
            return fresh + changed;
        }

        public int of(Outcome outcome) {
            return switch (outcome) {
                case NEW -> fresh;
                case CHANGED -> changed;
                case UNCHANGED -> unchanged;
                case FAILED -> failed;
            };
        }
    }

    /// Its name; a phone may send none.
    public String shownName() {
        return fileName.isBlank() ? "—" : fileName;
    }

    /// Headings that nobody knows; their columns are left out.
    public List<String> unknown() {
        return headings.stream()
                .filter(heading -> !heading.known() && !heading.text().isEmpty())
                .map(Heading::text)
                .toList();
    }
}

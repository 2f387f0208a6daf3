package lectern.programme;

import org.jspecify.annotations.Nullable;

/// What an officer can do with a line of his desk.
///
/// @param key of its label; `key.done` says that it was done
/// @param path of the route, with `{id}` and `{person}` of the line
/// @param letter that does it on the keyboard
/// @param many the route that does it with several `id`, or null
/// @param undo the route that takes it back, with several `id`, or null
public record DeskAct(
        String key,
        String path,
        Kind kind,
        char letter,
        @Nullable String many,
        @Nullable String undo) {
    /// What it needs.
    public enum Kind {
        /// Nothing more: posted at once.
        DO,
        /// Posted with a reason.
        REASON,
        /// Posted with a headcount and where it comes from.
        PEOPLE,
        /// A part of the page is fetched and shown below the line.
        PART,
        /// A part of the page is posted for and shown below the line.
        REVEAL,
        /// Another page.
        OPEN
    }

    public DeskAct(String key, String path, Kind kind, char letter) {
        this(key, path, kind, letter, null, null);
    }
}

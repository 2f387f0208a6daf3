package lectern.org;

import java.util.stream.Stream;

/// What a module still has living at a unit. Asked before a unit is retired; modules contribute theirs as beans.
public interface UnitTies {
    /// Something that must end or move first.
    ///
    /// @param key message key that says what it is and what to do, with the number as its argument
    record Tie(String key, long number) {}

    /// The ties at or below that path, in the asking transaction and scope.
    Stream<Tie> at(String path);
}

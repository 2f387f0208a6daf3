package lectern.programme.desk;

import java.util.List;
import java.util.Objects;
import lectern.programme.DeskAct;
import lectern.programme.DeskList;

/// A queue as the desk shows it.
///
/// @param all the address of all that wait in it
public record DeskSection(String name, DeskList list, List<DeskAct> acts, String all) {
    /// What can be done with several at once.
    public List<DeskAct> forMany() {
        return acts.stream().filter(act -> act.many() != null).toList();
    }

    public boolean isTicked() {
        return acts.stream().map(DeskAct::many).anyMatch(Objects::nonNull);
    }

    public boolean isEmpty() {
        return list.items().isEmpty();
    }
}

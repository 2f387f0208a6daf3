package lectern.platform.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import lectern.platform.security.Actor;

/// One kind of rows that offices keep in spreadsheets, such as speakers. Modules contribute theirs as beans.
///
/// Its words stand in the module's bundles: `sheet.<name>` is its title, `sheet.<name>.about` what it is for, and for
/// each column `sheet.<name>.<column>` the heading, `….hint` how to fill it, `….example` a value, `….also` further
/// headings that mean it, with commas between.
///
/// Everything but [#columns] runs inside one transaction in the actor's scope, in a number of statements that does not
/// depend on the rows.
public interface SheetKind {
    /// The key under which the values of a change say that something is out of use: not empty when it is. It is no
    /// column; a row that names such a thing brings it back.
    String RETIRED = "retired";

    /// Short and stable, such as `speakers`.
    String name();

    /// Its place among the kinds, in the order in which an office fills an empty city.
    int order();

    /// Address of the list that shows what came in.
    String page();

    /// Whether the actor, who is an officer, may bring such rows in.
    default boolean opensTo(Actor actor) {
        return true;
    }

    /// The columns in the order of the template, with what the actor's city offers to choose from.
    List<SheetColumn> columns(Actor actor);

    /// Says for each line what it would do: one verdict for each, in their order. Lines that cannot be read come along,
    /// because they may belong to others; what is said about them is ignored.
    ///
    /// @param hold whether to lock what is found until the end of the transaction, because it will be written
    List<Verdict> judge(List<SheetLine> lines, Actor actor, boolean hold);

    /// Writes what was judged. Several may name the same target with the same values.
    void write(List<Change> changes, Actor actor);

    /// How the targets stand now, in the columns of each change, locked until the end of the transaction. Those that
    /// are gone or out of scope are left out.
    Map<String, Map<String, String>> current(List<Change> changes, Actor actor);

    /// Removes or retires what an import made. Nothing hangs on it, and nobody changed it since.
    void takeBack(Collection<Change> fresh, Actor actor);
}

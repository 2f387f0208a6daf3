package lectern.places;

import java.util.List;
import lectern.platform.edit.RowAct;
import lectern.platform.web.Page;

/// What can be done with the venues that are ticked in the list.
public final class VenueActs {
    private VenueActs() {}

    /// @param retired whether the list shows those that are no longer offered
    public static List<RowAct> of(Page page, VenueKinds kinds, boolean retired) {
        return List.of(
                RowAct.choice("kind", page.t("venue.set.kind"), kinds.options(page, "")),
                RowAct.number("capacity", page.t("venue.set.capacity")),
                RowAct.plain("shared", page.t("venue.sharing.yes"), "true"),
                RowAct.plain("unshared", page.t("venue.sharing.no"), "false"),
                retired
                        ? RowAct.plain("retired", page.t("venue.reopen"), "false")
                        : RowAct.plain("retired", page.t("venue.retire"), "true"));
    }
}

package lectern.content;

import java.util.List;
import lectern.platform.edit.RowAct;
import lectern.platform.web.Page;

/// What can be done with the topics that are ticked in the list.
public final class TopicActs {
    private TopicActs() {}

    /// @param retired whether the list shows those that are no longer offered
    public static List<RowAct> of(Page page, boolean retired) {
        return List.of(
                RowAct.number("minutes", page.t("topic.set.minutes")),
                retired
                        ? RowAct.plain("retired", page.t("topic.bringBack"), "false")
                        : RowAct.plain("retired", page.t("topic.retire"), "true"));
    }
}

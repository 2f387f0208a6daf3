package lectern.people;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.platform.edit.RowAct;
import lectern.platform.web.Page;

/// What can be done with the speakers who are ticked in the list.
public final class SpeakerActs {
    private SpeakerActs() {}

    /// @param retired whether the list shows those who are no longer offered
    public static List<RowAct> of(Page page, SpeakerWords words, Map<UUID, String> topics, boolean retired) {
        var named = SpeakerWords.byText(topics);
        return List.of(
                RowAct.choice("tier", page.t("speaker.set.tier"), words.tierOptions(page, "")),
                RowAct.choice("source", page.t("speaker.set.source"), words.sourceOptions(page, "")),
                RowAct.number("monthLimit", page.t("speaker.set.monthLimit")),
                RowAct.choice("addTopic", page.t("speaker.set.addTopic"), named),
                RowAct.choice("removeTopic", page.t("speaker.set.removeTopic"), named),
                retired
                        ? RowAct.plain("retired", page.t("speaker.bringBack"), "false")
                        : RowAct.plain("retired", page.t("speaker.retire"), "true"));
    }
}

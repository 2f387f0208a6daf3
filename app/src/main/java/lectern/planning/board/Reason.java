package lectern.planning.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import lectern.planning.problem.Reasoning;
import lectern.platform.web.Page;

/// What speaks for another choice and what against it, said in a sentence.
///
/// @param pros what it would better, the weightiest first
/// @param cons what it would worsen
public record Reason(List<Phrase> pros, List<Phrase> cons) {
    private static final int SAID = 2;

    /// @param quantity minutes, points of fit, steps or talks
    public record Phrase(String key, long quantity) {
        private String in(Page page) {
            return page.t(key, page.number(quantity));
        }
    }

    static Reason of(Reasoning reasoning, Reasoning.Option option) {
        var pros = new ArrayList<Phrase>();
        var cons = new ArrayList<Phrase>();
        option.changes().entrySet().stream()
                .sorted(Comparator.comparingLong(change -> -Math.abs(change.getValue())))
                .forEach(change -> {
                    var worse = change.getValue() > 0;
                    var quantity = change.getKey().equals("load")
                            ? reasoning.talksOf(option.speaker())
                            : Math.abs(change.getValue()) / reasoning.weight(change.getKey());
                    (worse ? cons : pros)
                            .add(new Phrase("plan.reason." + change.getKey() + (worse ? ".more" : ".less"), quantity));
                });
        return new Reason(
                pros.stream().limit(SAID).toList(), cons.stream().limit(SAID).toList());
    }

    /// `12 minutes less travel, but already 4 talks`
    public String in(Page page) {
        if (pros.isEmpty() && cons.isEmpty()) {
            return page.t("plan.option.same");
        }
        if (pros.isEmpty() || cons.isEmpty()) {
            return said(pros.isEmpty() ? cons : pros, page);
        }
        return page.t("plan.reason.but", said(pros, page), said(cons, page));
    }

    private static String said(List<Phrase> phrases, Page page) {
        return phrases.stream().map(phrase -> phrase.in(page)).collect(Collectors.joining(page.t("plan.reason.and")));
    }
}

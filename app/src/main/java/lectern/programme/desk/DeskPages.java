package lectern.programme.desk;

import java.time.Clock;
import java.time.LocalDate;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.programme.request.WaitingRequests;
import lectern.programme.talk.TalkCounts;
import lectern.programme.talk.TalkQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The officer's home: what needs him now, each one click from done.
@Controller
class DeskPages {
    private static final int SHOWN = 6;
    private final WaitingRequests requests;
    private final TalkQueries talks;
    private final TalkCounts counts;
    private final Clock clock;

    DeskPages(WaitingRequests requests, TalkQueries talks, TalkCounts counts, Clock clock) {
        this.requests = requests;
        this.talks = talks;
        this.counts = counts;
        this.clock = clock;
    }

    @GetMapping("/desk")
    @Allow(Role.OFFICER)
    String desk(Actor actor, Model model) {
        var now = clock.instant();
        var tomorrow = LocalDate.ofInstant(now, actor.zone()).plusDays(1);
        model.addAttribute("counts", counts.of(now, tomorrow));
        model.addAttribute("requests", requests.longestWaiting(SHOWN));
        model.addAttribute("open", talks.withoutSpeaker(now, SHOWN));
        model.addAttribute("unanswered", talks.unanswered(tomorrow, now, SHOWN));
        model.addAttribute("missing", talks.withoutHeadcount(now, SHOWN));
        model.addAttribute("tomorrow", tomorrow);
        return "programme/desk/desk";
    }
}

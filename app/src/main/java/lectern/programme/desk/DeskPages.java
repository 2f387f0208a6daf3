package lectern.programme.desk;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.programme.DeskQueue;
import lectern.programme.request.WaitingRequests;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The officer's home: what needs him now, each one click from done without leaving it.
@Controller
class DeskPages {
    private static final int SHOWN = 8;
    private final List<DeskQueue> queues;
    private final WaitingRequests requests;
    private final Clock clock;

    DeskPages(ObjectProvider<DeskQueue> contributed, WaitingRequests requests, Clock clock) {
        this.queues = contributed.stream()
                .sorted(Comparator.comparingInt(DeskQueue::order))
                .toList();
        this.requests = requests;
        this.clock = clock;
    }

    @GetMapping("/desk")
    @Allow(Role.OFFICER)
    String desk(Actor actor, Model model) {
        fill(actor, model);
        return "programme/desk/desk";
    }

    /// What lies on the desk now, after something was done.
    @GetMapping("/desk/queues")
    @Allow(Role.OFFICER)
    String queues(Actor actor, Model model) {
        fill(actor, model);
        return "programme/desk/queues";
    }

    private void fill(Actor actor, Model model) {
        var now = clock.instant();
        var sections = queues.stream()
                .map(queue -> new DeskSection(
                        queue.name(), queue.read(actor, now, SHOWN), queue.acts(), queue.all(actor, now)))
                .toList();
        model.addAttribute("sections", sections);
        model.addAttribute("approved", requests.toPlan());
    }
}

package lectern.planning.standby;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import lectern.platform.database.Scope;
import lectern.platform.database.Scopes;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The part of a speaker's page on which he says whether he stands by.
@Controller
class StandbyTaskPages {
    private final OwnStandbys own;
    private final Standbys standbys;
    private final Clock clock;

    StandbyTaskPages(OwnStandbys own, Standbys standbys, Clock clock) {
        this.own = own;
        this.standbys = standbys;
        this.clock = clock;
    }

    @GetMapping("/tasks/standby")
    @Allow(Role.SPEAKER)
    String list(Actor actor, Model model) {
        model.addAttribute("asked", own.coming(LocalDate.ofInstant(clock.instant(), actor.zone())));
        return "planning/change/standby-task";
    }

    @PostMapping("/tasks/standby/{standby}/agree")
    @Allow(Role.SPEAKER)
    String agree(@PathVariable UUID standby, Actor actor) {
        return answer(standby, true, actor);
    }

    @PostMapping("/tasks/standby/{standby}/decline")
    @Allow(Role.SPEAKER)
    String decline(@PathVariable UUID standby, Actor actor) {
        return answer(standby, false, actor);
    }

    private String answer(UUID id, boolean agrees, Actor actor) {
        var asked = own.find(id).orElseThrow(Refusal::notFound);
        var speaker = Objects.requireNonNull(actor.speakerId());
        // It stands at the area, outside of the speaker's units. That the view shows it to him is his right to answer.
        Scopes.run(new Scope(asked.cityId(), asked.path(), speaker), () -> standbys.answer(id, speaker, agrees));
        return "redirect:/tasks";
    }
}

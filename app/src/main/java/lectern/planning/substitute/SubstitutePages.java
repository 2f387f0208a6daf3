package lectern.planning.substitute;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lectern.org.Dictionary;
import lectern.org.DictionaryKind;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The part of a talk's page on which the officer asks somebody else.
@Controller
class SubstitutePages {
    private final Substitutes substitutes;
    private final Askings askings;
    private final Dictionary dictionary;
    private final Clock clock;

    SubstitutePages(Substitutes substitutes, Askings askings, Dictionary dictionary, Clock clock) {
        this.substitutes = substitutes;
        this.askings = askings;
        this.clock = clock;
        this.dictionary = dictionary;
    }

    @GetMapping("/talks/{id}/substitutes")
    @Allow(Role.OFFICER)
    String offered(@PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute("talk", id.toString());
        model.addAttribute("substitutes", substitutes.of(id, actor.zone()));
        model.addAttribute("tiers", dictionary.entries(DictionaryKind.TIER));
        model.addAttribute("limits", Askings.LIMITS);
        model.addAttribute("running", askings.of(id).filter(Asking::isRunning).isPresent());
        return "planning/substitutes";
    }

    /// How the asking in turn stands; nothing when there was none.
    @GetMapping("/talks/{id}/asking")
    @Allow(Role.OFFICER)
    String asking(@PathVariable UUID id, Actor actor, Model model) {
        substitutes.requireKnown(id);
        model.addAttribute("asking", askings.of(id).orElse(null));
        model.addAttribute("now", clock.instant());
        model.addAttribute("quiet", QuietHours.at(clock.instant(), actor.zone()));
        return "planning/change/asking";
    }

    @PostMapping("/talks/{id}/asking")
    @Allow(Role.OFFICER)
    String askInTurn(
            @PathVariable UUID id,
            @RequestParam UUID key,
            @RequestParam(required = false) @Nullable List<UUID> turn,
            @RequestParam(defaultValue = "120") int minutes,
            Actor actor) {
        substitutes.requireOpen(id);
        askings.start(key, id, turn == null ? List.of() : turn, minutes, actor);
        return "redirect:/talks/" + id;
    }

    @PostMapping("/talks/{id}/asking/stop")
    @Allow(Role.OFFICER)
    String stop(@PathVariable UUID id) {
        substitutes.requireKnown(id);
        askings.stop(id);
        return "redirect:/talks/" + id;
    }

    @PostMapping("/talks/{id}/substitutes")
    @Allow(Role.OFFICER)
    String ask(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID speaker, Actor actor) {
        substitutes.ask(id, speaker, actor);
        return "redirect:/talks/" + id;
    }
}

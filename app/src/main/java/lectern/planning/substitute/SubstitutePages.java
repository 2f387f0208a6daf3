package lectern.planning.substitute;

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
    private final Dictionary dictionary;

    SubstitutePages(Substitutes substitutes, Dictionary dictionary) {
        this.substitutes = substitutes;
        this.dictionary = dictionary;
    }

    @GetMapping("/talks/{id}/substitutes")
    @Allow(Role.OFFICER)
    String offered(@PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute("talk", id.toString());
        model.addAttribute("substitutes", substitutes.of(id, actor.zone()));
        model.addAttribute("tiers", dictionary.entries(DictionaryKind.TIER));
        return "planning/substitutes";
    }

    @PostMapping("/talks/{id}/substitutes")
    @Allow(Role.OFFICER)
    String ask(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID speaker, Actor actor) {
        substitutes.ask(id, speaker, actor);
        return "redirect:/talks/" + id;
    }
}

package lectern.programme.claim;

import java.time.Clock;
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

/// The speaker's page on the phone with what he can claim.
@Controller
class ClaimTaskPages {
    private final ClaimableTalks claimable;
    private final Claims claims;
    private final Clock clock;

    ClaimTaskPages(ClaimableTalks claimable, Claims claims, Clock clock) {
        this.claimable = claimable;
        this.claims = claims;
        this.clock = clock;
    }

    @GetMapping("/tasks/claims")
    @Allow(Role.SPEAKER)
    String list(Model model) {
        var now = clock.instant();
        model.addAttribute("talks", claimable.nearestFirst(now));
        model.addAttribute("now", now);
        return "programme/claim/speaker";
    }

    @PostMapping("/tasks/{id}/claim")
    @Allow(Role.SPEAKER)
    String claim(@PathVariable UUID id, Actor actor) {
        var speaker = Objects.requireNonNull(actor.speakerId());
        var talk = claimable.find(id, clock.instant()).orElseThrow(() -> gone(id));
        // The talk stands at its host, outside the speaker's units. That the view shows it to him is his right to it.
        Scopes.run(new Scope(talk.cityId(), talk.path(), speaker), () -> claims.claim(id, speaker, actor));
        return "redirect:/tasks#task-" + id;
    }

    private Refusal gone(UUID id) {
        return claimable.isOver(id) ? Refusal.conflict("claim.gone") : Refusal.notFound();
    }
}

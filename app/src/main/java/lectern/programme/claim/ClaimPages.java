package lectern.programme.claim;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lectern.org.Dictionary;
import lectern.org.DictionaryKind;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where an officer opens talks to claim and sees how they stand.
@Controller
class ClaimPages {
    private static final int LONGEST_DAYS = 62;
    private final Claims claims;
    private final ClaimList list;
    private final UnservedRequests unserved;
    private final Dictionary dictionary;
    private final Clock clock;

    ClaimPages(Claims claims, ClaimList list, UnservedRequests unserved, Dictionary dictionary, Clock clock) {
        this.claims = claims;
        this.list = list;
        this.unserved = unserved;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    @GetMapping("/claims")
    @Allow(Role.OFFICER)
    String show(@RequestParam(defaultValue = "1") int page, HttpServletRequest request, Actor actor, Model model) {
        var now = clock.instant();
        model.addAttribute("looking", list.looking(now, page));
        model.addAttribute("taken", list.taken());
        model.addAttribute("tiers", dictionary.entries(DictionaryKind.TIER));
        model.addAttribute("address", Address.of(request));
        model.addAttribute("now", now);
        model.addAttribute("today", LocalDate.ofInstant(now, actor.zone()));
        return "programme/claim/officer";
    }

    @PostMapping("/claims/open")
    @Allow(Role.OFFICER)
    String open(
            @RequestParam(required = false) @Nullable List<UUID> talk,
            @RequestParam(defaultValue = "1") int tier,
            Actor actor) {
        if (talk == null || talk.isEmpty()) {
            throw Refusal.invalid("claim.noneTicked");
        }
        claims.open(talk, Math.clamp(tier, 1, 9), actor);
        return "redirect:/claims";
    }

    /// All of a period: talks without a speaker, and requests that no plan has served.
    @PostMapping("/claims/open-period")
    @Allow(Role.OFFICER)
    String openPeriod(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "false") boolean requests,
            @RequestParam(defaultValue = "1") int tier,
            Actor actor) {
        if (from == null
                || to == null
                || to.isBefore(from)
                || from.plusDays(LONGEST_DAYS).isBefore(to)) {
            throw Refusal.invalid("claim.period", LONGEST_DAYS);
        }
        var now = clock.instant();
        var midnight = from.atStartOfDay(actor.zone()).toInstant();
        var begin = midnight.isBefore(now) ? now : midnight;
        var end = to.plusDays(1).atStartOfDay(actor.zone()).toInstant();
        if (requests && begin.isBefore(end)) {
            unserved.putIntoCalendar(begin, end);
        }
        claims.open(list.lookingBetween(begin, end), Math.clamp(tier, 1, 9), actor);
        return "redirect:/claims";
    }

    @PostMapping("/claims/{claim}/close")
    @Allow(Role.OFFICER)
    String close(@PathVariable UUID claim) {
        claims.close(claim);
        return "redirect:/claims";
    }
}

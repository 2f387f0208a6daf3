package lectern.org.account;

import java.util.UUID;
import lectern.org.UnitNames;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What an administrator does to an account; never to his own.
@Controller
class AccountChangePages {
    private static final int LONGEST_NAME = 40;
    private final AccountQueries queries;
    private final Accounts accounts;
    private final BrowserSession sessions;
    private final UnitNames units;

    AccountChangePages(AccountQueries queries, Accounts accounts, BrowserSession sessions, UnitNames units) {
        this.queries = queries;
        this.accounts = accounts;
        this.sessions = sessions;
        this.units = units;
    }

    @PostMapping("/accounts/{id}/name")
    @Allow(Role.ADMINISTRATOR)
    String rename(@PathVariable UUID id, @RequestParam(defaultValue = "") String name, Actor actor) {
        find(id, actor);
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw Refusal.invalid("account.name.wrong", LONGEST_NAME);
        }
        accounts.rename(id, name.strip());
        return back(id);
    }

    @PostMapping("/accounts/{id}/grants")
    @Allow(Role.ADMINISTRATOR)
    String grant(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String unit,
            Actor actor) {
        find(id, actor);
        var at = AccountPages.unitInScope(units, unit, actor).orElseThrow(() -> Refusal.invalid("account.role.unit"));
        accounts.grant(id, GrantedRoles.named(role).orElseThrow(() -> Refusal.invalid("account.role.choose")), at);
        return back(id);
    }

    @PostMapping("/accounts/{id}/grants/{grant}/revoke")
    @Allow(Role.ADMINISTRATOR)
    String revoke(@PathVariable UUID id, @PathVariable UUID grant, Actor actor) {
        find(id, actor);
        accounts.revoke(id, grant);
        return back(id);
    }

    @PostMapping("/accounts/{id}/disable")
    @Allow(Role.ADMINISTRATOR)
    String disable(@PathVariable UUID id, Actor actor) {
        find(id, actor);
        accounts.disable(id);
        sessions.endEverywhere(id.toString());
        return back(id);
    }

    @PostMapping("/accounts/{id}/enable")
    @Allow(Role.ADMINISTRATOR)
    String enable(@PathVariable UUID id, Actor actor) {
        find(id, actor);
        accounts.enable(id);
        return back(id);
    }

    @PostMapping("/accounts/{id}/end-sessions")
    @Allow(Role.ADMINISTRATOR)
    String endSessions(@PathVariable UUID id, Actor actor) {
        find(id, actor);
        accounts.endSessions(id);
        sessions.endEverywhere(id.toString());
        return back(id);
    }

    @PostMapping("/accounts/{id}/reset-password")
    @Allow(Role.ADMINISTRATOR)
    String resetPassword(@PathVariable UUID id, Actor actor, Model model) {
        var account = find(id, actor);
        var secret = accounts.resetPassword(id);
        sessions.endEverywhere(id.toString());
        return AccountPages.link(account.name(), account.login(), "/accounts/" + id, secret, model);
    }

    private AccountRow find(UUID id, Actor actor) {
        var account = queries.find(id).orElseThrow(Refusal::notFound);
        if (id.equals(actor.accountId())) {
            throw Refusal.conflict("account.isOwn");
        }
        return account;
    }

    private static String back(UUID id) {
        return "redirect:/accounts/" + id;
    }
}

package lectern.org.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import lectern.platform.database.Scopes;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.RateLimits;
import lectern.platform.security.Role;
import lectern.platform.security.SignedIn;
import lectern.platform.web.Fields;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/// One's own account: roles, password, devices.
@Controller
class OwnAccountPages {
    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final BrowserSession session;
    private final RateLimits limits;

    OwnAccountPages(
            Accounts accounts, Passwords passwords, PasswordPolicy policy, BrowserSession session, RateLimits limits) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.policy = policy;
        this.session = session;
        this.limits = limits;
    }

    @GetMapping("/account")
    @Allow({Role.OFFICER, Role.KEEPER, Role.SPEAKER, Role.AUDITOR, Role.ADMINISTRATOR})
    String show(Actor actor, Model model) {
        return page(actor, Fields.of(Map.of()), model);
    }

    @PostMapping("/account/password")
    @Allow({Role.OFFICER, Role.KEEPER, Role.SPEAKER, Role.AUDITOR, Role.ADMINISTRATOR})
    String changePassword(
            @ModelAttribute NewPassword typed,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        limits.count(RateLimits.Kind.LOGIN, request.getRemoteAddr());
        var home = accounts.home(actor.accountId());
        var fields = Scopes.call(home, () -> problems(typed, actor));
        if (fields.refused()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(actor, fields, model);
        }
        Scopes.run(home, () -> passwords.change(actor.accountId(), typed.password()));
        // The sessions of other devices end; this one goes on under the new password.
        session.endEverywhere(actor.accountId().toString());
        session.end(request);
        session.begin(
                new SignedIn(actor.accountId(), actor.grantId(), accounts.epoch(actor.accountId())), request, response);
        return "redirect:/account?changed";
    }

    private Fields problems(NewPassword typed, Actor actor) {
        if (!passwords.isRight(actor.accountId(), typed.present())) {
            return new Fields(Map.of(), Map.of("present", new Fields.Problem("password.present.wrong")));
        }
        return typed.problems(password ->
                passwords.weakness(actor.accountId(), accounts.login(actor.accountId()), actor.name(), password));
    }

    @PostMapping("/logout/everywhere")
    @Allow({Role.OFFICER, Role.KEEPER, Role.SPEAKER, Role.AUDITOR, Role.ADMINISTRATOR})
    String leaveEverywhere(Actor actor, HttpServletRequest request) {
        Scopes.run(accounts.home(actor.accountId()), () -> accounts.endSessions(actor.accountId()));
        session.endEverywhere(actor.accountId().toString());
        session.end(request);
        return "redirect:/login";
    }

    private String page(Actor actor, Fields fields, Model model) {
        model.addAttribute("login", accounts.login(actor.accountId()));
        model.addAttribute("rules", policy.rules());
        model.addAttribute("fields", fields);
        return "org/own-account";
    }
}

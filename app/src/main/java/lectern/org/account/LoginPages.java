package lectern.org.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.platform.Settings;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.OpenToAll;
import lectern.platform.security.RateLimits;
import lectern.platform.security.Role;
import lectern.platform.security.SignedIn;
import lectern.platform.web.Fields;
import lectern.platform.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Coming in and going out.
@Controller
class LoginPages {
    private final SignIn signIn;
    private final BrowserSession session;
    private final Accounts accounts;
    private final PasswordLinks links;
    private final RateLimits limits;
    private final Settings settings;

    LoginPages(
            SignIn signIn,
            BrowserSession session,
            Accounts accounts,
            PasswordLinks links,
            RateLimits limits,
            Settings settings) {
        this.signIn = signIn;
        this.session = session;
        this.accounts = accounts;
        this.links = links;
        this.limits = limits;
        this.settings = settings;
    }

    @GetMapping("/login")
    @OpenToAll
    String login(@RequestParam(defaultValue = "/") String to, Model model) {
        return form(Map.of("to", ownAddress(to)), Map.of(), model);
    }

    @PostMapping("/login")
    @OpenToAll
    String enter(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        limits.count(RateLimits.Kind.LOGIN, request.getRemoteAddr());
        var typed = Map.of("login", login, "to", ownAddress(to));
        return switch (signIn.attempt(login, password, request.getRemoteAddr())) {
            case SignIn.Outcome.Entered entered -> {
                session.begin(entered.signedIn(), request, response);
                yield "redirect:" + ownAddress(to);
            }
            case SignIn.Outcome.Wrong() -> refused(typed, new Fields.Problem("login.wrong"), response, model);
            case SignIn.Outcome.Expired(var account) -> "redirect:/password/" + links.make(account) + "?expired";
            case SignIn.Outcome.WithoutRole() ->
                refused(typed, new Fields.Problem("login.withoutRole"), response, model);
            case SignIn.Outcome.MustWait(var wait) -> {
                response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                yield form(typed, Map.of("password", new Fields.Problem("login.wait", wait.toSeconds() + 1)), model);
            }
        };
    }

    private String refused(
            Map<String, String> typed, Fields.Problem problem, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(typed, Map.of("password", problem), model);
    }

    private String form(Map<String, String> typed, Map<String, Fields.Problem> errors, Model model) {
        model.addAttribute("fields", new Fields(typed, errors));
        model.addAttribute("demoLogins", settings.demo() ? DemoEntrance.LOGINS : List.of());
        return "org/login";
    }

    /// Only an address of ours is followed after log-in.
    static String ownAddress(String to) {
        return to.startsWith("/") && !to.startsWith("//") && !to.startsWith("/\\") && !to.startsWith("/login")
                ? to
                : "/";
    }

    @PostMapping("/role")
    @Allow({Role.OFFICER, Role.KEEPER, Role.SPEAKER, Role.AUDITOR, Role.ADMINISTRATOR})
    String switchRole(@RequestParam UUID grant, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        if (actor.choices().stream().noneMatch(choice -> choice.grantId().equals(grant))) {
            throw Refusal.notFound();
        }
        session.begin(new SignedIn(actor.accountId(), grant, accounts.epoch(actor.accountId())), request, response);
        return "redirect:/";
    }

    @PostMapping("/logout")
    @OpenToAll
    String leave(HttpServletRequest request) {
        session.end(request);
        return "redirect:/";
    }
}

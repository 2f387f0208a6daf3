package lectern.org.account;

import jakarta.servlet.http.HttpServletResponse;
import lectern.platform.database.Scope;
import lectern.platform.database.Scopes;
import lectern.platform.security.OpenToAll;
import lectern.platform.web.Fields;
import lectern.platform.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page behind a one-time password link.
@Controller
class PasswordLinkPages {
    private final PasswordLinks links;
    private final Passwords passwords;
    private final PasswordPolicy policy;

    PasswordLinkPages(PasswordLinks links, Passwords passwords, PasswordPolicy policy) {
        this.links = links;
        this.passwords = passwords;
        this.policy = policy;
    }

    @GetMapping("/password/{secret}")
    @OpenToAll
    String form(@PathVariable String secret, Model model) {
        return show(secret, holder(secret), Fields.of(java.util.Map.of()), model);
    }

    @PostMapping("/password/{secret}")
    @OpenToAll
    String set(
            @PathVariable String secret, @ModelAttribute NewPassword typed, HttpServletResponse response, Model model) {
        var holder = holder(secret);
        var scope = new Scope(holder.cityId(), holder.path());
        var fields = Scopes.call(
                scope,
                () -> typed.problems(
                        password -> passwords.weakness(holder.accountId(), holder.login(), holder.name(), password)));
        if (fields.refused()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(secret, holder, fields, model);
        }
        Scopes.run(scope, () -> passwords.setByLink(secret, holder.accountId(), typed.password()));
        return "redirect:/login";
    }

    private PasswordLinks.Holder holder(String secret) {
        return links.holder(secret).orElseThrow(() -> Refusal.invalid("password.link.used"));
    }

    private String show(String secret, PasswordLinks.Holder holder, Fields fields, Model model) {
        model.addAttribute("secret", secret);
        model.addAttribute("login", holder.login());
        model.addAttribute("name", holder.name());
        model.addAttribute("rules", policy.rules());
        model.addAttribute("fields", fields);
        return "org/password-link";
    }
}

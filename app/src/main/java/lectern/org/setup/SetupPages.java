package lectern.org.setup;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import lectern.org.account.PasswordPolicy;
import lectern.platform.database.Identifiers;
import lectern.platform.database.Scope;
import lectern.platform.database.Scopes;
import lectern.platform.security.OpenToAll;
import lectern.platform.web.Fields;
import lectern.platform.web.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page behind the one-time link.
@Controller
class SetupPages {
    private final SetupLinks links;
    private final Setup setup;
    private final PasswordPolicy policy;

    SetupPages(SetupLinks links, Setup setup, PasswordPolicy policy) {
        this.links = links;
        this.setup = setup;
        this.policy = policy;
    }

    @GetMapping("/setup/{secret}")
    @OpenToAll
    String form(@PathVariable String secret, Model model) {
        return show(secret, Fields.of(Map.of("zone", "Asia/Shanghai", "unitLevel", "CITY")), model);
    }

    @PostMapping("/setup/{secret}")
    @OpenToAll
    String carryOut(
            @PathVariable String secret,
            @Valid @ModelAttribute SetupForm form,
            BindingResult result,
            HttpServletResponse response,
            Model model) {
        form.check(result, policy);
        if (result.hasErrors()) {
            response.setStatus(422);
            return show(secret, Fields.refused(result), model);
        }
        var cityId = Identifiers.next();
        try {
            Scopes.run(new Scope(cityId, form.unitCode() + "/"), () -> setup.carryOut(secret, cityId, form));
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("setup.taken");
        }
        return "redirect:/login";
    }

    private String show(String secret, Fields fields, Model model) {
        if (!links.isValid(secret)) {
            throw Refusal.invalid("setup.link.used");
        }
        model.addAttribute("secret", secret);
        model.addAttribute("rules", policy.rules());
        model.addAttribute("fields", fields);
        return "org/setup";
    }
}

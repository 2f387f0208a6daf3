package lectern.org.account;

import java.util.List;
import java.util.UUID;
import lectern.org.UnitNames;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Tokens for programs that read through the programming interface.
@Controller
class TokenPages {
    private static final int LONGEST_NAME = 60;
    private final ApiTokens tokens;
    private final UnitNames units;

    TokenPages(ApiTokens tokens, UnitNames units) {
        this.tokens = tokens;
        this.units = units;
    }

    @GetMapping("/tokens")
    @Allow(Role.ADMINISTRATOR)
    String list(Model model) {
        return show(tokens.list(), "", model);
    }

    /// The token is on the page that answers, once; only its hash is kept.
    @PostMapping("/tokens")
    @Allow(Role.ADMINISTRATOR)
    String make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String unit,
            Actor actor,
            Model model) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw Refusal.invalid("token.name.wrong", LONGEST_NAME);
        }
        var at = AccountPages.unitInScope(units, unit, actor).orElseThrow(() -> Refusal.invalid("account.role.unit"));
        var token = tokens.make(name.strip(), at);
        return show(tokens.list(), token, model);
    }

    @PostMapping("/tokens/{id}/revoke")
    @Allow(Role.ADMINISTRATOR)
    String revoke(@PathVariable UUID id) {
        tokens.revoke(id);
        return "redirect:/tokens";
    }

    private static String show(List<ApiTokens.Row> rows, String fresh, Model model) {
        model.addAttribute("rows", rows);
        model.addAttribute("fresh", fresh);
        return "org/tokens";
    }
}

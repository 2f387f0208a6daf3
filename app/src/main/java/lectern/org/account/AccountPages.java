package lectern.org.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lectern.org.Unit;
import lectern.org.UnitNames;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import lectern.platform.web.Fields;
import lectern.platform.web.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The accounts of the administrator's unit and those below: found, made.
@Controller
class AccountPages {
    private final AccountQueries queries;
    private final Accounts accounts;
    private final UnitNames units;

    AccountPages(AccountQueries queries, Accounts accounts, UnitNames units) {
        this.queries = queries;
        this.accounts = accounts;
        this.units = units;
    }

    @GetMapping("/accounts")
    @Allow(Role.ADMINISTRATOR)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("listing", queries.list(q, role, state.equals("disabled"), page));
        model.addAttribute("address", Address.of(request));
        return "org/accounts";
    }

    @GetMapping("/accounts/{id}")
    @Allow(Role.ADMINISTRATOR)
    String show(@PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute("account", queries.find(id).orElseThrow(Refusal::notFound));
        model.addAttribute("own", id.equals(actor.accountId()));
        model.addAttribute("fields", Fields.of(Map.of()));
        return "org/account";
    }

    @GetMapping("/accounts/new")
    @Allow(Role.ADMINISTRATOR)
    String blank(Actor actor, Model model) {
        return form(
                Fields.of(Map.of("unit", actor.unitId().toString(), "role", Role.OFFICER.name())),
                actor.unitName(),
                model);
    }

    /// The link is on the page that answers, once; only its hash is kept.
    @PostMapping("/accounts")
    @Allow(Role.ADMINISTRATOR)
    String make(
            @Valid @ModelAttribute AccountForm form,
            BindingResult result,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        var unit = unitInScope(units, form.unit(), actor);
        if (unit.isEmpty() && !result.hasFieldErrors("unit")) {
            result.rejectValue("unit", "place.unit.outside", "place.unit.outside");
        }
        var role = GrantedRoles.named(form.role());
        if (role.isEmpty() && !result.hasFieldErrors("role")) {
            result.rejectValue("role", "field.choose", "field.choose");
        }
        if (!result.hasErrors() && unit.isPresent() && role.isPresent()) {
            try {
                var invited = accounts.invite(form.login(), form.name(), unit.get(), role.get(), null);
                return link(form.name(), form.login(), "/accounts/" + invited.accountId(), invited.secret(), model);
            } catch (DuplicateKeyException taken) {
                result.rejectValue("login", "account.login.taken", "account.login.taken");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(Fields.refused(result), unit.map(Unit::name).orElse(""), model);
    }

    static Optional<Unit> unitInScope(UnitNames units, String id, Actor actor) {
        try {
            return units.find(UUID.fromString(id)).filter(unit -> unit.path().startsWith(actor.path()));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static String form(Fields fields, String unitName, Model model) {
        model.addAttribute("fields", fields);
        model.addAttribute("unitName", unitName);
        return "org/account-form";
    }

    /// The page that shows a one-time link.
    ///
    /// @param back where the reader goes on
    static String link(String name, String login, String back, String secret, Model model) {
        model.addAttribute("name", name);
        model.addAttribute("login", login);
        model.addAttribute("back", back);
        model.addAttribute(
                "link",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/password/" + secret)
                        .toUriString());
        model.addAttribute("days", PasswordLinks.VALID.toDays());
        return "org/account-link";
    }
}

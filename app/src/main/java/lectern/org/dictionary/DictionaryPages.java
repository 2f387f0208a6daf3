package lectern.org.dictionary;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.org.Dictionary;
import lectern.org.DictionaryEntry;
import lectern.org.DictionaryKind;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Fields;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
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

/// The dictionaries: every officer reads them, those of the city itself keep them.
@Controller
class DictionaryPages {
    private final Dictionary dictionary;
    private final DictionaryEntries entries;

    DictionaryPages(Dictionary dictionary, DictionaryEntries entries) {
        this.dictionary = dictionary;
        this.entries = entries;
    }

    @GetMapping("/dictionaries")
    @Allow(Role.OFFICER)
    String show(@RequestParam(defaultValue = "SOURCE") DictionaryKind kind, Actor actor, Model model) {
        return page(kind, null, Fields.of(Map.of()), actor, model);
    }

    @PostMapping("/dictionaries")
    @Allow(Role.OFFICER)
    String add(
            @RequestParam(defaultValue = "SOURCE") DictionaryKind kind,
            @Valid @ModelAttribute EntryForm form,
            BindingResult result,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        require(actor);
        if (!result.hasErrors()) {
            try {
                entries.add(kind, form, actor.cityId());
                return back(kind);
            } catch (DuplicateKeyException taken) {
                result.rejectValue("code", "dictionary.code.taken", "dictionary.code.taken");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(kind, null, Fields.refused(result), actor, model);
    }

    @GetMapping("/dictionaries/{id}/edit")
    @Allow(Role.OFFICER)
    String edit(@PathVariable UUID id, Actor actor, Model model) {
        var entry = find(id, actor);
        return page(entry.kind(), entry, Fields.of(EntryForm.values(entry)), actor, model);
    }

    @PostMapping("/dictionaries/{id}")
    @Allow(Role.OFFICER)
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute EntryForm form,
            BindingResult result,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        var entry = find(id, actor);
        if (result.getFieldErrors().stream().anyMatch(error -> !error.getField().equals("code"))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(entry.kind(), entry, Fields.refused(result), actor, model);
        }
        entries.rename(entry, form);
        return back(entry.kind());
    }

    @PostMapping("/dictionaries/{id}/retire")
    @Allow(Role.OFFICER)
    String retire(@PathVariable UUID id, Actor actor) {
        var entry = find(id, actor);
        entries.retire(entry);
        return back(entry.kind());
    }

    @PostMapping("/dictionaries/{id}/bring-back")
    @Allow(Role.OFFICER)
    String bringBack(@PathVariable UUID id, Actor actor) {
        var entry = find(id, actor);
        entries.bringBack(entry);
        return back(entry.kind());
    }

    @PostMapping("/dictionaries/{id}/move-up")
    @Allow(Role.OFFICER)
    String moveUp(@PathVariable UUID id, Actor actor) {
        var entry = find(id, actor);
        if (entry.kind() == DictionaryKind.TIER) {
            throw Refusal.conflict("dictionary.tier.order");
        }
        entries.moveUp(entry);
        return back(entry.kind());
    }

    private DictionaryEntry find(UUID id, Actor actor) {
        var entry = entries.find(id).orElseThrow(Refusal::notFound);
        require(actor);
        return entry;
    }

    private static void require(Actor actor) {
        if (!keeps(actor)) {
            throw Refusal.conflict("dictionary.cityOnly");
        }
    }

    /// Dictionaries hold for the whole city, so only its own officers keep them.
    private static boolean keeps(Actor actor) {
        return actor.unitId().equals(actor.cityId());
    }

    private static String back(DictionaryKind kind) {
        return "redirect:/dictionaries?kind=" + kind;
    }

    private String page(
            DictionaryKind kind, @Nullable DictionaryEntry edited, Fields fields, Actor actor, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("entries", List.copyOf(dictionary.entries(kind).values()));
        model.addAttribute("edited", edited);
        model.addAttribute("fields", fields);
        model.addAttribute("keeps", keeps(actor));
        return "org/dictionaries";
    }
}

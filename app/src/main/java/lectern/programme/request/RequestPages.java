package lectern.programme.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import lectern.content.TopicQueries;
import lectern.org.Dictionary;
import lectern.org.DictionaryKind;
import lectern.platform.filter.SavesFilters;
import lectern.platform.offline.KeepOffline;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The officer's list of requests and his decisions.
@Controller
class RequestPages {
    private final RequestQueries queries;
    private final Requests requests;
    private final TopicQueries topics;
    private final Dictionary dictionary;

    RequestPages(RequestQueries queries, Requests requests, TopicQueries topics, Dictionary dictionary) {
        this.queries = queries;
        this.requests = requests;
        this.topics = topics;
        this.dictionary = dictionary;
    }

    @GetMapping("/requests")
    @Allow({Role.OFFICER, Role.KEEPER})
    @SavesFilters
    String list(@ModelAttribute RequestFilter filter, Actor actor, HttpServletRequest request, Model model) {
        model.addAttribute("listing", queries.list(actor, filter));
        model.addAttribute("address", Address.of(request));
        model.addAttribute("topics", topics.offered());
        model.addAttribute("segments", dictionary.entries(DictionaryKind.SEGMENT));
        return "programme/request/list";
    }

    @GetMapping("/requests/{id}")
    @Allow({Role.OFFICER, Role.KEEPER})
    @KeepOffline
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("request", queries.find(id).orElseThrow(Refusal::notFound));
        model.addAttribute("segments", dictionary.entries(DictionaryKind.SEGMENT));
        return "programme/request/show";
    }

    /// Approves one request or those that were ticked in the list.
    @PostMapping("/requests/approve")
    @Allow(Role.OFFICER)
    String approveAll(@RequestParam(name = "id", required = false) @Nullable List<UUID> ids, Actor actor) {
        requests.approve(actor, ticked(ids));
        return "redirect:/requests?state=ASKED";
    }

    /// Sends several back for one reason.
    @PostMapping("/requests/send-back")
    @Allow(Role.OFFICER)
    String sendAllBack(
            @RequestParam(name = "id", required = false) @Nullable List<UUID> ids,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        requests.sendBack(actor, ticked(ids), reason.strip());
        return "redirect:/requests?state=ASKED";
    }

    /// Takes approvals back that were not planned yet, or what was sent back and not asked anew.
    @PostMapping("/requests/take-back")
    @Allow(Role.OFFICER)
    String takeBack(@RequestParam(name = "id", required = false) @Nullable List<UUID> ids) {
        requests.takeBack(ticked(ids));
        return "redirect:/requests?state=ASKED";
    }

    private static List<UUID> ticked(@Nullable List<UUID> ids) {
        if (ids == null || ids.isEmpty()) {
            throw Refusal.invalid("request.none.ticked");
        }
        return ids;
    }

    @PostMapping("/requests/{id}/approve")
    @Allow(Role.OFFICER)
    String approve(@PathVariable UUID id, Actor actor) {
        existing(id);
        requests.approve(actor, List.of(id));
        return "redirect:/requests/" + id;
    }

    @PostMapping("/requests/{id}/send-back")
    @Allow(Role.OFFICER)
    String sendBack(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Actor actor) {
        existing(id);
        requests.sendBack(actor, id, reason.strip());
        return "redirect:/requests/" + id;
    }

    @PostMapping("/requests/{id}/withdraw")
    @Allow({Role.OFFICER, Role.KEEPER})
    String withdraw(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Actor actor) {
        existing(id);
        requests.withdraw(actor, id, reason.strip());
        return "redirect:/requests/" + id;
    }

    /// Shows the contact's phone number in place of the masked one.
    @PostMapping("/requests/{id}/phone")
    @Allow(Role.OFFICER)
    String phone(@PathVariable UUID id, Model model) {
        model.addAttribute("phone", requests.revealPhone(id));
        return "programme/request/phone";
    }

    private void existing(UUID id) {
        if (queries.find(id).isEmpty()) {
            throw Refusal.notFound();
        }
    }
}

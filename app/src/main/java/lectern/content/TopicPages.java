package lectern.content;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import lectern.platform.web.Fields;
import lectern.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The topics of the city: its own officers keep them, the officers below read them.
@Controller
class TopicPages {
    private static final int UNPROCESSABLE = 422;
    private final TopicQueries queries;
    private final Topics topics;

    TopicPages(TopicQueries queries, Topics topics) {
        this.queries = queries;
        this.topics = topics;
    }

    @GetMapping("/topics")
    @Allow(Role.OFFICER)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "name") String sort,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Actor actor,
            Model model) {
        model.addAttribute("listing", queries.list(q, state.equals("retired"), sort, page));
        model.addAttribute("address", Address.of(request));
        model.addAttribute("keeps", keeps(actor));
        return "content/topics";
    }

    @GetMapping("/topics/{id}")
    @Allow(Role.OFFICER)
    String show(@PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute("topic", queries.find(id).orElseThrow(Refusal::notFound));
        model.addAttribute("keeps", keeps(actor));
        return "content/topic";
    }

    @GetMapping("/topics/new")
    @Allow(Role.OFFICER)
    String blank(Actor actor, Model model) {
        require(actor);
        return form(null, Fields.of(new TopicForm("", "", "60", "").values()), model);
    }

    @PostMapping("/topics")
    @Allow(Role.OFFICER)
    String add(
            @Valid @ModelAttribute TopicForm form,
            BindingResult result,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        require(actor);
        if (!result.hasErrors()) {
            try {
                return "redirect:/topics/" + topics.add(form, actor.cityId());
            } catch (DuplicateKeyException taken) {
                result.rejectValue("code", "topic.code.taken", "topic.code.taken");
            }
        }
        response.setStatus(UNPROCESSABLE);
        return form(null, Fields.refused(result), model);
    }

    @GetMapping("/topics/{id}/edit")
    @Allow(Role.OFFICER)
    String edit(@PathVariable UUID id, Actor actor, Model model) {
        require(actor);
        var topic = queries.find(id).orElseThrow(Refusal::notFound);
        return form(topic, Fields.of(TopicForm.of(topic).values()), model);
    }

    @PostMapping("/topics/{id}")
    @Allow(Role.OFFICER)
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute TopicForm form,
            BindingResult result,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        require(actor);
        var topic = queries.find(id).orElseThrow(Refusal::notFound);
        if (!result.hasErrors()) {
            try {
                topics.change(id, form);
                return "redirect:/topics/" + id;
            } catch (DuplicateKeyException taken) {
                result.rejectValue("code", "topic.code.taken", "topic.code.taken");
            }
        }
        response.setStatus(UNPROCESSABLE);
        return form(topic, Fields.refused(result), model);
    }

    @PostMapping("/topics/{id}/retire")
    @Allow(Role.OFFICER)
    String retire(@PathVariable UUID id, Actor actor) {
        require(actor);
        topics.retire(id);
        return "redirect:/topics/" + id;
    }

    @PostMapping("/topics/{id}/bring-back")
    @Allow(Role.OFFICER)
    String bringBack(@PathVariable UUID id, Actor actor) {
        require(actor);
        topics.bringBack(id);
        return "redirect:/topics/" + id;
    }

    /// Topics hold for the whole city, so only its own officers keep them.
    private static boolean keeps(Actor actor) {
        return actor.unitId().equals(actor.cityId());
    }

    private static void require(Actor actor) {
        if (!keeps(actor)) {
            throw Refusal.notFound();
        }
    }

    private static String form(@Nullable Topic topic, Fields fields, Model model) {
        model.addAttribute("topic", topic);
        model.addAttribute("fields", fields);
        return "content/topic-form";
    }
}

package lectern.people;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import lectern.org.SpeakerAccess;
import lectern.org.UnitNames;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Fields;
import lectern.platform.web.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Invites a speaker to answer on his own phone. He can do without: then the officer enters his answers for him.
@Controller
class SpeakerAccessPages {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9._-]{3,40}");
    private final SpeakerQueries queries;
    private final SpeakerAccess access;
    private final UnitNames units;

    SpeakerAccessPages(SpeakerQueries queries, SpeakerAccess access, UnitNames units) {
        this.queries = queries;
        this.access = access;
        this.units = units;
    }

    @GetMapping("/speakers/{id}/access")
    @Allow(Role.OFFICER)
    String show(@PathVariable UUID id, Model model) {
        return page(find(id), Fields.of(Map.of()), model);
    }

    @PostMapping("/speakers/{id}/access")
    @Allow(Role.OFFICER)
    String invite(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String login,
            HttpServletResponse response,
            Model model) {
        var speaker = find(id);
        if (access.loginOf(id).isPresent()) {
            throw Refusal.conflict("speaker.access.has");
        }
        if (speaker.retired()) {
            throw Refusal.conflict("speaker.isRetired");
        }
        var typed = login.strip();
        if (!LOGIN.matcher(typed).matches()) {
            return refused(speaker, typed, "account.login.wrong", response, model);
        }
        try {
            var unit = units.find(speaker.unitId()).orElseThrow(Refusal::notFound);
            return access.invite(id, speaker.name(), typed, unit, "/speakers/" + id, model);
        } catch (DuplicateKeyException taken) {
            return refused(speaker, typed, "account.login.taken", response, model);
        }
    }

    private Speaker find(UUID id) {
        return queries.find(id).orElseThrow(Refusal::notFound);
    }

    private String refused(Speaker speaker, String login, String key, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(speaker, new Fields(Map.of("login", login), Map.of("login", new Fields.Problem(key))), model);
    }

    private String page(Speaker speaker, Fields fields, Model model) {
        model.addAttribute("speaker", speaker);
        model.addAttribute("login", access.loginOf(speaker.id()).orElse(""));
        model.addAttribute("fields", fields);
        return "people/access";
    }
}

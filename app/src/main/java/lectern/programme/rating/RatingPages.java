package lectern.programme.rating;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lectern.platform.database.Scope;
import lectern.platform.database.Scopes;
import lectern.platform.security.OpenToAll;
import lectern.platform.security.RateLimits;
import lectern.platform.web.Fields;
import lectern.platform.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page behind the code on the wall.
@Controller
class RatingPages {
    private final Ratings ratings;
    private final RateLimits limits;

    RatingPages(Ratings ratings, RateLimits limits) {
        this.ratings = ratings;
        this.limits = limits;
    }

    @GetMapping("/rate/{code}")
    @OpenToAll
    String form(@PathVariable String code, HttpServletRequest request, Model model) {
        var talk = find(code);
        if (hasRated(request, talk)) {
            return thanks(talk, model);
        }
        return show(talk, Fields.of(Map.of("key", UUID.randomUUID().toString())), model);
    }

    @PostMapping("/rate/{code}")
    @OpenToAll
    String rate(
            @PathVariable String code,
            @Valid @ModelAttribute RatingForm form,
            BindingResult result,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var talk = find(code);
        if (result.hasErrors()) {
            response.setStatus(422);
            return show(talk, Fields.refused(result), model);
        }
        limits.count(RateLimits.Kind.PUBLIC_RATING, request.getRemoteAddr());
        if (!hasRated(request, talk)) {
            Scopes.run(
                    new Scope(talk.cityId(), talk.path()),
                    () -> ratings.rate(
                            talk,
                            Objects.requireNonNull(form.key()),
                            Objects.requireNonNull(form.stars()),
                            form.comment() == null ? "" : form.comment().strip()));
            remember(response, talk);
        }
        return "redirect:/rate/" + code;
    }

    private String show(RatedTalk talk, Fields fields, Model model) {
        model.addAttribute("talk", talk);
        model.addAttribute("fields", fields);
        model.addAttribute("open", ratings.isOpen(talk));
        return "programme/rating/form";
    }

    private static String thanks(RatedTalk talk, Model model) {
        model.addAttribute("talk", talk);
        return "programme/rating/thanks";
    }

    /// The phone itself remembers that it rated; we keep nothing about it.
    private static void remember(HttpServletResponse response, RatedTalk talk) {
        var cookie = new Cookie("rated-" + talk.id(), "yes");
        cookie.setPath("/rate/");
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) Duration.ofDays(30).toSeconds());
        response.addCookie(cookie);
    }

    private static boolean hasRated(HttpServletRequest request, RatedTalk talk) {
        return request.getCookies() != null
                && Arrays.stream(request.getCookies())
                        .anyMatch(cookie -> cookie.getName().equals("rated-" + talk.id()));
    }

    private RatedTalk find(String code) {
        return ratings.find(code).orElseThrow(Refusal::notFound);
    }
}

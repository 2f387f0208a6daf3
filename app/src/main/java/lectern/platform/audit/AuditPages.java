package lectern.platform.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Address;
import lectern.platform.web.Messages;
import lectern.platform.web.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who did what, for auditors; nobody else sees it, and they see nothing else.
@Controller
class AuditPages {
    /// What can be recorded: whatever the bundles have words for. Asking the table would read all of it.
    private static final List<String> ACTS = Stream.of(Messages.BUNDLES)
            .flatMap(bundle -> ResourceBundle.getBundle("messages/" + bundle, Locale.ROOT).keySet().stream())
            .filter(key -> key.startsWith("act.") && !key.startsWith("act.detail."))
            .map(key -> key.substring("act.".length()))
            .sorted()
            .toList();

    private final AuditQueries queries;
    private final Clock clock;

    AuditPages(AuditQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        Place auditPlace() {
            return new Place("audit.title", "/audit", "shield-check", 110, Set.of(Role.AUDITOR), true);
        }
    }

    /// @param before show what was done before this moment; now when missing
    /// @param since local day
    @GetMapping("/audit")
    @Allow(Role.AUDITOR)
    String entries(
            @RequestParam(required = false) @Nullable Instant before,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate since,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String who,
            Actor actor,
            HttpServletRequest request,
            Model model) {
        var end = before != null
                ? before
                : until != null
                        ? until.plusDays(1).atStartOfDay(actor.zone()).toInstant()
                        : clock.instant().plusSeconds(1);
        var start =
                since == null ? Instant.EPOCH : since.atStartOfDay(actor.zone()).toInstant();
        var found = queries.before(end, start, act, who);
        var shown = found.subList(0, Math.min(found.size(), AuditQueries.SIZE));
        model.addAttribute("entries", shown);
        model.addAttribute(
                "older", found.size() > shown.size() ? shown.getLast().at() : null);
        model.addAttribute("acts", ACTS);
        model.addAttribute("address", Address.of(request));
        return "platform/audit";
    }

    @PostMapping("/audit/check")
    @Allow(Role.AUDITOR)
    String check(Model model) {
        model.addAttribute("report", queries.check());
        return "platform/audit-check";
    }
}

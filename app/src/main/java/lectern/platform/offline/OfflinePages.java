package lectern.platform.offline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.OpenToAll;
import lectern.platform.security.Role;
import lectern.platform.web.Words;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.json.JsonMapper;

/// The service worker, the page for when there is nothing to show, and what was not sent yet.
@Controller
class OfflinePages {
    private static final List<String> PAGE_WORDS = List.of(
            "offline.title",
            "offline.nothing",
            "offline.unsentForm",
            "offline.loggedOut",
            "offline.again",
            "offline.hint");

    private final Shell shell;
    private final JsonMapper json;
    private final MessageSource messages;
    private final Clock clock;

    OfflinePages(Shell shell, JsonMapper json, MessageSource messages, Clock clock) {
        this.messages = messages;
        this.shell = shell;
        this.json = json;
        this.clock = clock;
    }

    /// Served from the root, so that its scope is every page. A browser fetches it afresh at each visit and takes over
    /// the new one as soon as a byte of it differs.
    @GetMapping("/sw.js")
    @OpenToAll
    ResponseEntity<String> worker() {
        var script = """
                import { start } from '%s';
                start(%s);
                """.formatted(shell.worker(), json.writeValueAsString(new Release(version(), shell.addresses())));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", "/")
                .body(script);
    }

    /// What the worker keeps, and under which name.
    record Release(String version, List<String> files) {}

    /// The page for when nothing was kept changes with its words, and its address does not.
    private String version() {
        return shell.version(languages().stream()
                .flatMap(words -> PAGE_WORDS.stream().map(words::of))
                .collect(Collectors.joining("\n")));
    }

    private List<Words> languages() {
        return List.of(new Words(messages, Locale.SIMPLIFIED_CHINESE), new Words(messages, Locale.ENGLISH));
    }

    /// The page for when there is no signal and nothing was kept: the same for everybody, in both languages.
    @GetMapping("/offline")
    @OpenToAll
    String nothing(Model model) {
        model.addAttribute("languages", languages());
        return "offline/nothing";
    }

    /// What was typed in and not sent yet. The phone itself fills it in: we do not know.
    @GetMapping("/outbox")
    @Allow({Role.KEEPER, Role.SPEAKER})
    @KeepOffline
    String outbox() {
        return "offline/outbox";
    }

    /// What a phone must know before it sends: whose session this is, a fresh forgery token, and what time it is here.
    record Ready(UUID account, UUID grant, String token, Instant now) {}

    @GetMapping("/outbox/ready")
    @Allow({Role.KEEPER, Role.SPEAKER})
    @ResponseBody
    ResponseEntity<Ready> ready(Actor actor, CsrfToken token) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Ready(actor.accountId(), actor.grantId(), token.getToken(), clock.instant()));
    }
}

package lectern.org.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import lectern.platform.security.OpenToAll;
import lectern.platform.web.Refusal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// "Enter as", without a password. The route exists in demo mode only.
@Controller
@ConditionalOnProperty(name = "lectern.demo", havingValue = "true")
class DemoEntrance {
    /// The accounts that the demo city brings.
    static final List<String> LOGINS = List.of(
            "demo-city-officer",
            "demo-county-officer",
            "demo-town-officer",
            "demo-keeper",
            "demo-speaker",
            "demo-administrator",
            "demo-auditor");

    private final SignIn signIn;
    private final BrowserSession session;

    DemoEntrance(SignIn signIn, BrowserSession session) {
        this.signIn = signIn;
        this.session = session;
    }

    @PostMapping("/demo/enter")
    @OpenToAll
    String enter(@RequestParam String as, HttpServletRequest request, HttpServletResponse response) {
        if (!LOGINS.contains(as)) {
            throw Refusal.notFound();
        }
        session.begin(signIn.enterAs(as).orElseThrow(Refusal::notFound), request, response);
        return "redirect:/";
    }
}

package lectern.platform.guide;

import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Where an office starts when there is nothing yet.
@Controller
class GuidePages {
    private final Guide guide;

    GuidePages(Guide guide) {
        this.guide = guide;
    }

    @GetMapping("/start")
    @Allow(Role.OFFICER)
    String start(Model model) {
        model.addAttribute("stages", guide.stages());
        return "platform/guide";
    }
}

package lectern.platform.palette;

import java.util.Locale;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The answers of the palette while somebody types.
@Controller
class PalettePages {
    private static final int OF_A_KIND = 5;
    private static final int LONGEST = 60;
    private final Palette palette;
    private final MessageSource messages;

    PalettePages(Palette palette, MessageSource messages) {
        this.palette = palette;
        this.messages = messages;
    }

    @GetMapping("/palette")
    @Allow({Role.OFFICER, Role.KEEPER, Role.SPEAKER, Role.AUDITOR, Role.ADMINISTRATOR})
    String search(@RequestParam(defaultValue = "") String q, Actor actor, Locale locale, Model model) {
        var text = q.strip().substring(0, Math.min(q.strip().length(), LONGEST));
        model.addAttribute("answers", palette.search(new Search(text, actor, new Words(messages, locale), OF_A_KIND)));
        return "platform/palette";
    }
}

package lectern.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import lectern.platform.Settings;
import lectern.platform.security.Actor;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Gathers what every template may ask of its surroundings.
@Component
class Pages {
    private final MessageSource messages;
    private final Navigation navigation;
    private final ResourceUrlProvider assets;
    private final Icons icons;
    private final Clock clock;
    private final Settings settings;

    Pages(
            MessageSource messages,
            Navigation navigation,
            ResourceUrlProvider assets,
            Icons icons,
            Clock clock,
            Settings settings) {
        this.messages = messages;
        this.navigation = navigation;
        this.assets = assets;
        this.icons = icons;
        this.clock = clock;
        this.settings = settings;
    }

    Page of(HttpServletRequest request) {
        var locale = RequestContextUtils.getLocale(request);
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var actor = Actor.current();
        var words = new Words(messages, locale);
        return new Page(
                locale,
                words,
                new Times(actor.map(Actor::zone).orElse(ZoneId.of("Asia/Shanghai")), words, clock),
                actor.orElse(null),
                navigation.seenBy(actor.orElse(null)),
                request.getRequestURI(),
                token == null ? "" : token.getToken(),
                settings.demo(),
                assets,
                icons);
    }
}

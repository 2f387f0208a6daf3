package lectern.org.setup;

import lectern.platform.Settings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Shows the one-time link on the console while nobody has set the installation up.
@Component
class SetupNotice {
    private final SetupLinks links;
    private final Settings settings;

    SetupNotice(SetupLinks links, Settings settings) {
        this.links = links;
        this.settings = settings;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(ApplicationReadyEvent event) {
        if (settings.demo()
                || !links.isNeeded()
                || !(event.getApplicationContext() instanceof ServletWebServerApplicationContext web)
                || web.getWebServer() == null) {
            return;
        }
        System.out.println("Set it up here (the link works once, for 24 hours): http://localhost:"
                + web.getWebServer().getPort() + "/setup/" + links.make());
    }
}

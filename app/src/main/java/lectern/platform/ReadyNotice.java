package lectern.platform;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Tells on the console where the pages are, once they can be used.
@Component
class ReadyNotice {
    @EventListener
    @Order
    void on(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext web) {
            var server = web.getWebServer();
            if (server != null) {
                System.out.println("Lectern is ready: http://localhost:" + server.getPort() + "/");
            }
        }
    }
}

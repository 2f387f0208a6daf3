package lectern.platform.offline;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lectern.platform.security.Actor;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Tells the service worker whose page this is, and whether it may be kept. The worker drops what it kept of one
/// account as soon as it sees another.
final class OfflineHeaders implements HandlerInterceptor {
    static final String ACCOUNT = "Lectern-Account";
    static final String KEEP = "Lectern-Keep";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Actor.current().ifPresent(actor -> {
            response.setHeader(ACCOUNT, actor.accountId().toString());
            if (actor.worksOffline()
                    && handler instanceof HandlerMethod route
                    && route.hasMethodAnnotation(KeepOffline.class)) {
                response.setHeader(KEEP, "yes");
            }
        });
        return true;
    }
}

package lectern.platform.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import lectern.platform.database.Scopes;
import lectern.platform.web.OutboxAnswer;
import lectern.platform.web.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets a request through to its route when the route's annotation says so.
@Component
public class AccessGate implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod route) || !isOurs(route)) {
            return true;
        }
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            return true; // the end of a stream that was let through when it began
        }
        if (route.hasMethodAnnotation(OpenToAll.class)) {
            return true;
        }
        if (route.hasMethodAnnotation(WithToken.class)) {
            return requireToken();
        }
        var allow = route.getMethodAnnotation(Allow.class);
        if (allow == null) {
            throw new IllegalStateException(route + " says nothing of who may use it: annotate it");
        }
        return requireRole(request, response, allow);
    }

    /// Routes of libraries (API document, health) are guarded by their own paths.
    public static boolean isOurs(HandlerMethod route) {
        return route.getBeanType().getName().startsWith("lectern.");
    }

    private static boolean requireToken() {
        if (Scopes.current().isEmpty() || Actor.current().isPresent()) {
            throw new TokenMissing();
        }
        return true;
    }

    private static boolean requireRole(HttpServletRequest request, HttpServletResponse response, Allow allow)
            throws IOException {
        var actor = Actor.current();
        if (actor.isEmpty()) {
            sendToLogin(request, response);
            return false;
        }
        if (Arrays.stream(allow.value()).noneMatch(actor.get()::is)) {
            throw Refusal.forbidden("error.role");
        }
        return true;
    }

    private static void sendToLogin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (OutboxAnswer.isWanted(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/login");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        var wanted = request.getMethod().equals("GET") ? request.getRequestURI() + query : "/";
        response.sendRedirect("/login?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }

    /// The caller of the programming interface brought no valid token.
    public static final class TokenMissing extends RuntimeException {
        TokenMissing() {
            super("no valid bearer token");
        }
    }
}

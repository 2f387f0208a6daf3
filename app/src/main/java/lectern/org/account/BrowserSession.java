package lectern.org.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import lectern.platform.security.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/// The session of a browser: begun with a new identifier at log-in, ended here or on all devices.
@Component
class BrowserSession {
    private final SecurityContextRepository contexts;
    private final FindByIndexNameSessionRepository<?> sessions;

    BrowserSession(SecurityContextRepository contexts, FindByIndexNameSessionRepository<?> sessions) {
        this.contexts = contexts;
        this.sessions = sessions;
    }

    void begin(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /// Ends every session of the account, on all nodes.
    void endEverywhere(String accountId) {
        sessions.findByPrincipalName(accountId).keySet().forEach(sessions::deleteById);
    }
}

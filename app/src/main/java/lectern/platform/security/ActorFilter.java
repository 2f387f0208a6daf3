package lectern.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import lectern.platform.database.Scopes;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Binds the actor and his scope to the request, so that whatever runs in it is limited to his units.
class ActorFilter extends OncePerRequestFilter {
    private final ActorDirectory actors;
    private final TokenDirectory tokens;

    ActorFilter(ActorDirectory actors, TokenDirectory tokens) {
        this.actors = actors;
        this.tokens = tokens;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getServletPath();
        return path.startsWith("/assets/") || path.startsWith("/webjars/") || path.startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getServletPath().startsWith("/api/")) {
            withToken(request, response, chain);
        } else {
            withActor(request, response, chain);
        }
    }

    private void withToken(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var scope = bearer(request).flatMap(tokens::find);
        if (scope.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            passingOn(() -> Scopes.run(scope.get(), () -> follow(request, response, chain)));
        }
    }

    private void withActor(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var actor = signedIn().flatMap(actors::find);
        if (actor.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            passingOn(() -> actor.get().call(() -> {
                Scopes.run(actor.get().scope(), () -> follow(request, response, chain));
                return true;
            }));
        }
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).strip());
    }

    private static Optional<SignedIn> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    private static void follow(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ServletException failure) {
            throw new Passing(failure);
        }
    }

    private static void passingOn(Runnable work) throws ServletException, IOException {
        try {
            work.run();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } catch (Passing failure) {
            throw failure.carried;
        }
    }

    /// Carries a checked exception through a lambda.
    private static final class Passing extends RuntimeException {
        private final ServletException carried;

        Passing(ServletException carried) {
            super(carried);
            this.carried = carried;
        }
    }
}

package lectern;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lectern.platform.security.Actor;
import lectern.platform.security.SignedIn;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/// Visits pages over HTTP as somebody, with cookies and forgery tokens like a browser.
public class Visitor {
    private static final Pattern FORGERY = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");
    private final ServletWebServerApplicationContext web;
    private final SessionRepository<? extends Session> sessions;

    Visitor(ServletWebServerApplicationContext web, SessionRepository<? extends Session> sessions) {
        this.web = web;
        this.sessions = sessions;
    }

    public String address() {
        return "http://localhost:"
                + java.util.Objects.requireNonNull(web.getWebServer()).getPort();
    }

    public Visit anonymous() {
        return new Visit(address(), null);
    }

    /// Signs the actor in without the slow password hash: the session is the one that the log-in would make.
    public Visit as(Actor actor) {
        return new Visit(address(), sessionOf(sessions, actor));
    }

    /// The value of the session cookie for that actor, for a real browser.
    public String sessionCookie(Actor actor) {
        return sessionOf(sessions, actor);
    }

    private static <S extends Session> String sessionOf(SessionRepository<S> sessions, Actor actor) {
        var session = sessions.createSession();
        var signedIn = new SignedIn(actor.accountId(), actor.grantId(), 0);
        session.setAttribute(
                "SPRING_SECURITY_CONTEXT",
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of())));
        sessions.save(session);
        return java.util.Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }

    /// One person's visit. Redirects are shown, not followed.
    public static final class Visit {
        private final String address;
        private final CookieManager cookies = new CookieManager();
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        Visit(String address, @org.jspecify.annotations.Nullable String session) {
            this.address = address;
            if (session != null) {
                var cookie = new HttpCookie("SESSION", session);
                cookie.setPath("/");
                cookie.setVersion(0);
                cookies.getCookieStore().add(URI.create(address), cookie);
            }
        }

        /// Somebody unknown on a server at that address.
        public static Visit at(String address) {
            return new Visit(address, null);
        }

        public HttpResponse<String> get(String path) {
            return send(HttpRequest.newBuilder(URI.create(address + path)).build());
        }

        /// Sends a form, with a forgery token fetched from the log-in page.
        public HttpResponse<String> post(String path, Map<String, String> form) {
            var body = form.entrySet().stream()
                    .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                    .collect(Collectors.joining("&"));
            return send(HttpRequest.newBuilder(URI.create(address + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("X-XSRF-TOKEN", forgeryToken())
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build());
        }

        /// Hands in a file as a form with one file field does.
        public HttpResponse<String> upload(String path, String fileName, byte[] content) {
            var boundary = "part-" + java.util.UUID.randomUUID();
            var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                    + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
            return send(HttpRequest.newBuilder(URI.create(address + path))
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .header("X-XSRF-TOKEN", forgeryToken())
                    .POST(HttpRequest.BodyPublishers.concat(
                            HttpRequest.BodyPublishers.ofString(head),
                            HttpRequest.BodyPublishers.ofByteArray(content),
                            HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                    .build());
        }

        /// A file as it comes.
        public byte[] download(String path) {
            try {
                return http.send(
                                HttpRequest.newBuilder(URI.create(address + path))
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray())
                        .body();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stop);
            }
        }

        /// For forms that [#post] cannot write.
        public String forgeryToken() {
            var token = FORGERY.matcher(get("/login").body());
            if (!token.find()) {
                throw new IllegalStateException("the log-in page carries no forgery token");
            }
            return token.group(1);
        }

        public HttpResponse<String> send(HttpRequest request) {
            try {
                return http.send(request, HttpResponse.BodyHandlers.ofString());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stop);
            }
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}

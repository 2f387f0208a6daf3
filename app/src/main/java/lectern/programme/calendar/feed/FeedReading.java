package lectern.programme.calendar.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import lectern.platform.Sha256;
import lectern.platform.database.Scopes;
import lectern.platform.security.OpenToAll;
import lectern.platform.security.RateLimits;
import lectern.platform.web.Words;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Answers whoever comes with a secret address, without a log-in. A guess gets the same bare 404 whatever it was.
@Controller
class FeedReading {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final MediaType PLAIN = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private final Feeds feeds;
    private final FeedTalks talks;
    private final RateLimits limits;
    private final MessageSource messages;

    FeedReading(Feeds feeds, FeedTalks talks, RateLimits limits, MessageSource messages) {
        this.feeds = feeds;
        this.talks = talks;
        this.limits = limits;
        this.messages = messages;
    }

    @GetMapping("/feeds/{secret}.ics")
    @OpenToAll
    ResponseEntity<String> read(@PathVariable String secret, ServletWebRequest web, HttpServletRequest request) {
        limits.count(RateLimits.Kind.FEED_ADDRESS, request.getRemoteAddr());
        var feed = feeds.at(secret);
        if (feed.isEmpty()) {
            return nothing(request);
        }
        limits.count(RateLimits.Kind.FEED, feed.get().id().toString());
        var origin = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        var text = Scopes.call(
                feed.get().scope(),
                () -> new FeedText(feed.get(), new Words(messages, feed.get().locale()), origin)
                        .of(talks.of(feed.get())));
        var tag = "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(text)) + "\"";
        var answer = web.checkNotModified(tag) ? ResponseEntity.status(304) : ResponseEntity.ok();
        answer.eTag(tag).header("Cache-Control", "private, no-cache").header("X-Robots-Tag", "noindex");
        return web.isNotModified()
                ? answer.build()
                : answer.contentType(CALENDAR)
                        .header("Content-Disposition", "inline; filename=\"lectern.ics\"")
                        .body(text);
    }

    private ResponseEntity<String> nothing(HttpServletRequest request) {
        return ResponseEntity.status(404)
                .contentType(PLAIN)
                .header("Cache-Control", "no-store")
                .body(new Words(messages, RequestContextUtils.getLocale(request)).of("feed.none"));
    }
}

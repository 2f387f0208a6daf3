package lectern.programme.calendar.feed;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lectern.org.UnitNames;
import lectern.places.VenueQueries;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Refusal;
import lectern.platform.web.Words;
import lectern.programme.PublishedPlans;
import lectern.programme.talk.QrCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Where somebody makes the secret addresses of his calendars, and takes them back.
@Controller
class FeedPages {
    private static final int LONGEST_NAME = 120;

    /// What a feed is of: what it may see, and what it is called.
    private record Subject(UUID id, String path, String name) {}

    private final Feeds feeds;
    private final UnitNames units;
    private final VenueQueries venues;
    private final PublishedPlans plans;
    private final MessageSource messages;

    FeedPages(Feeds feeds, UnitNames units, VenueQueries venues, PublishedPlans plans, MessageSource messages) {
        this.feeds = feeds;
        this.units = units;
        this.venues = venues;
        this.plans = plans;
        this.messages = messages;
    }

    @GetMapping("/calendar/feeds")
    @Allow({Role.OFFICER, Role.KEEPER, Role.SPEAKER})
    String list(Actor actor, Model model) {
        return show(actor, null, null, model);
    }

    /// The address is on the page that answers, once; only its hash is kept.
    @PostMapping("/calendar/feeds")
    @Allow({Role.OFFICER, Role.KEEPER, Role.SPEAKER})
    String make(
            @RequestParam @Nullable FeedKind kind,
            @RequestParam @Nullable UUID unit,
            @RequestParam @Nullable UUID venue,
            @RequestParam @Nullable UUID plan,
            Actor actor,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        if (kind == null || !kind.isFor(actor.role())) {
            throw Refusal.invalid("feed.kind.wrong");
        }
        var subject = subject(kind, unit, venue, plan, actor, new Words(messages, locale));
        if (subject.isEmpty()) {
            response.setStatus(422);
            return show(actor, null, kind, model);
        }
        var name = subject.get().name();
        var secret = feeds.make(
                actor,
                kind,
                subject.get().id(),
                subject.get().path(),
                name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                locale);
        return show(actor, secret, null, model);
    }

    @PostMapping("/calendar/feeds/{id}/revoke")
    @Allow({Role.OFFICER, Role.KEEPER, Role.SPEAKER})
    String revoke(@PathVariable UUID id, Actor actor) {
        feeds.revoke(actor, id);
        return "redirect:/calendar/feeds";
    }

    /// Empty when nothing was chosen, or nothing that lies in the actor's scope.
    private Optional<Subject> subject(
            FeedKind kind, @Nullable UUID unit, @Nullable UUID venue, @Nullable UUID plan, Actor actor, Words words) {
        return switch (kind) {
            case SPEAKER ->
                Optional.ofNullable(actor.speakerId())
                        .map(id -> new Subject(id, actor.path(), words.of("feed.name.own", actor.name())));
            case UNIT ->
                units.find(unit == null ? actor.unitId() : unit)
                        .filter(each -> each.path().startsWith(actor.path()))
                        .map(each -> new Subject(each.id(), each.path(), words.of("feed.name", each.name())));
            case VENUE ->
                Optional.ofNullable(venue)
                        .flatMap(venues::find)
                        .map(each -> new Subject(each.id(), actor.path(), words.of("feed.name", each.name())));
            case PLAN ->
                Optional.ofNullable(plan)
                        .filter(id -> !plans.name(id).isEmpty())
                        .map(id -> new Subject(id, actor.path(), plans.name(id)));
        };
    }

    private String show(Actor actor, @Nullable String secret, @Nullable FeedKind missing, Model model) {
        model.addAttribute("rows", feeds.of(actor));
        model.addAttribute("missing", missing == null ? "" : missing.name());
        if (secret != null) {
            var address = ServletUriComponentsBuilder.fromCurrentContextPath()
                    .path("/feeds/{secret}.ics")
                    .buildAndExpand(secret)
                    .toUriString();
            var subscribing = "webcal" + address.substring(address.indexOf(':'));
            model.addAttribute("fresh", address);
            model.addAttribute("subscribing", subscribing);
            model.addAttribute("code", QrCode.drawing(subscribing));
        }
        return "programme/calendar/feeds";
    }
}

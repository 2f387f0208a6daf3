package lectern.platform.web;

import gg.jte.Content;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import lectern.platform.security.Actor;
import lectern.platform.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/// The surroundings of a template: words, times, numbers, who is acting, where he can go.
///
/// @param actor who is signed in, or null on public pages
/// @param places what the navigation shows him, in the order of the work
/// @param uri the path of this page
/// @param forgeryToken goes into every form as `_csrf`
/// @param demo whether this is a demo installation
public record Page(
        Locale locale,
        Words words,
        Times times,
        @Nullable Actor actor,
        List<Place> places,
        String uri,
        String forgeryToken,
        boolean demo,
        ResourceUrlProvider assets,
        Icons icons) {
    private static final int MOST_ON_PHONE = 5;

    /// The text of that key in the reader's language.
    public String t(String key, Object... arguments) {
        return words.of(key, arguments);
    }

    /// The text of that key, or the other text where no bundle has it.
    public String tOr(String key, String other) {
        return words.ofOr(key, other);
    }

    public boolean chinese() {
        return words.isChinese();
    }

    public boolean is(Role role) {
        return actor != null && actor.is(role);
    }

    /// The two names of something that carries both.
    public String either(String zh, String en) {
        return chinese() ? zh : en;
    }

    public String day(LocalDate day) {
        return times.day(day);
    }

    public String moment(Instant instant) {
        return times.moment(instant);
    }

    /// A length of time in its largest unit: `3天`, `5 hours`.
    public String span(long seconds) {
        var minutes = Math.max(1, Math.round(seconds / 60.0));
        if (minutes < 120) {
            return t("time.minutes", minutes);
        }
        var hours = Math.round(minutes / 60.0);
        return hours < 48 && hours != 24 ? t("time.hours", hours) : t("time.days", decimal(hours / 24.0));
    }

    /// How long until then, as people say it: `还剩 1 小时 12 分`.
    public String left(Instant now, Instant until) {
        var minutes = Math.max(0, java.time.Duration.between(now, until).toMinutes());
        if (minutes >= 48 * 60) {
            return t("time.left.days", minutes / (24 * 60));
        }
        return minutes >= 60 ? t("time.left.hours", minutes / 60, minutes % 60) : t("time.left.minutes", minutes);
    }

    /// `27,800`
    public String number(long number) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    /// `+12`, `−12` or `0`
    public String signed(long number) {
        return number == 0 ? "0" : (number > 0 ? "+" : "−") + number(Math.abs(number));
    }

    /// Large figures as people say them: `442万`, `1.2亿`; `4.42M` in English.
    public String large(long number) {
        var unit = chinese() ? 10_000L : 1_000L;
        if (number < 10_000) {
            return number(number);
        }
        return number < unit * unit
                ? t("number.large", decimal((double) number / unit))
                : t("number.veryLarge", decimal((double) number / unit / unit));
    }

    /// One decimal: `4.6`.
    public String decimal(double number) {
        return new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    /// The address of one of our own files below `static/assets`, with its content's hash in it.
    public String asset(String file) {
        var found = assets.getForLookupPath("/assets/" + file);
        return found == null ? "/assets/" + file : found;
    }

    /// An icon of Tabler's outline set, by name. It is decoration: give the link or button a text too.
    public Content icon(String name) {
        return icons.named(name);
    }

    /// The places of the bottom bar.
    public List<Place> phonePlaces() {
        return places.stream().filter(Place::onPhone).limit(MOST_ON_PHONE).toList();
    }

    /// Whether the reader is at that place or below it, and not at another one that lies deeper.
    public boolean at(Place place) {
        return covers(place) && places.stream().noneMatch(other -> covers(other) && isBelow(other.href(), place));
    }

    private boolean covers(Place place) {
        return uri.equals(place.href()) || isBelow(uri, place);
    }

    private static boolean isBelow(String path, Place place) {
        return path.startsWith(place.href() + "/");
    }
}

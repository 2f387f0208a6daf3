package lectern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lectern.platform.security.AccessGate;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.OpenToAll;
import lectern.platform.security.Role;
import lectern.platform.security.WithToken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Walks every route × role × own and foreign unit. A new route is walked without anybody listing it; a new kind of
/// thing in a path needs its rows in [Things].
@AppTest
class RoutesTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    SmallCity cities;

    @Autowired
    Things things;

    @Autowired
    Visitor visitor;

    private record Route(RequestMethod method, String pattern, AnnotatedElement handler) {
        boolean allows(Role role) {
            var allow = handler.getAnnotation(Allow.class);
            return allow != null && Arrays.asList(allow.value()).contains(role);
        }

        boolean isGuarded() {
            return handler.isAnnotationPresent(Allow.class);
        }

        String at(Things.Owned owned) {
            return VARIABLE.matcher(pattern).replaceAll(variable -> owned.idFor(pattern, variable.group(1)));
        }

        boolean namesSomething() {
            return pattern.contains("{");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    private List<Route> routes() {
        var routes = new ArrayList<Route>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (AccessGate.isOurs(handler)) {
                var methods = mapping.getMethodsCondition().getMethods();
                for (var pattern : mapping.getPatternValues()) {
                    for (var method : methods.isEmpty() ? List.of(RequestMethod.GET) : List.copyOf(methods)) {
                        routes.add(new Route(method, pattern, handler.getMethod()));
                    }
                }
            }
        });
        // Whoever logs out is gone: that comes last.
        routes.sort(Comparator.comparing((Route route) -> route.pattern().startsWith("/logout"))
                .thenComparing(Route::toString));
        return routes;
    }

    @Test
    void every_route_says_who_may_use_it() {
        assertThat(routes())
                .isNotEmpty()
                .allSatisfy(route -> assertThat(Stream.of(Allow.class, OpenToAll.class, WithToken.class)
                                .filter(route.handler()::isAnnotationPresent))
                        .as(route.toString())
                        .hasSize(1));
    }

    @Test
    void a_role_reaches_its_own_things_through_its_routes_and_nothing_through_others() {
        var city = cities.make();
        var own = things.below(city.counties().get(0), city);
        var wrong = new TreeMap<String, String>();
        for (var actor : actors(city)) {
            var visit = visitor.as(actor);
            for (var route : routes()) {
                if (!route.isGuarded()) {
                    continue;
                }
                var status = statusOf(visit, route, own);
                var expected = route.allows(actor.role())
                        ? status != 403 && status < 500
                        : status == 403 || status == 404 && route.namesSomething();
                if (!expected) {
                    wrong.put(route + " as " + actor.role(), "answered " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatever_belongs_to_a_foreign_unit_is_not_found() {
        var city = cities.make();
        var foreign = things.below(city.counties().get(1), city);
        var wrong = new TreeMap<String, String>();
        for (var actor : actors(city)) {
            var visit = visitor.as(actor);
            for (var route : routes()) {
                if (!route.allows(actor.role())
                        || !route.namesSomething()
                        || things.isForTheWholeCity(route.pattern())) {
                    continue;
                }
                var status = statusOf(visit, route, foreign);
                if (status != 404) {
                    wrong.put(route + " as " + actor.role(), "answered " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoever_is_not_signed_in_is_sent_to_the_log_in() {
        var city = cities.make();
        var own = things.below(city.counties().get(0), city);
        var visit = visitor.anonymous();
        var wrong = new TreeMap<String, String>();
        for (var route : routes()) {
            if (route.isGuarded()) {
                var status = statusOf(visit, route, own);
                if (status != 302) {
                    wrong.put(route.toString(), "answered " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// The planted fault: a route that forgot its annotation is refused, not served.
    @Test
    void a_route_without_annotation_is_refused() throws NoSuchMethodException {
        var forgotten = new HandlerMethod(this, RoutesTest.class.getDeclaredMethod("routes"));
        assertThatThrownBy(() -> new AccessGate()
                        .preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), forgotten))
                .isInstanceOf(IllegalStateException.class);
    }

    /// One actor of each role whose unit is the first county or below it.
    private static List<Actor> actors(SmallCity.Made city) {
        return List.of(
                city.counties().get(0).officer(),
                city.keepers().get(0),
                city.speakerActors().get(0),
                city.countyAuditor(),
                city.countyAdministrator());
    }

    private static int statusOf(Visitor.Visit visit, Route route, Things.Owned owned) {
        return route.method() == RequestMethod.GET
                ? visit.get(route.at(owned)).statusCode()
                : visit.post(route.at(owned), Map.of("key", UUID.randomUUID().toString()))
                        .statusCode();
    }
}

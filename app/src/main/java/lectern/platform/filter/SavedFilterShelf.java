package lectern.platform.filter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lectern.platform.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Hands each list that [SavesFilters] the reader's own.
@Component
class SavedFilterShelf implements HandlerInterceptor, WebMvcConfigurer {
    private final SavedFilters filters;

    SavedFilterShelf(SavedFilters filters) {
        this.filters = filters;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView shown) {
        var actor = Actor.current();
        if (shown != null
                && actor.isPresent()
                && handler instanceof HandlerMethod route
                && route.hasMethodAnnotation(SavesFilters.class)) {
            shown.addObject("saved", filters.of(actor.get(), request.getRequestURI()));
        }
    }
}

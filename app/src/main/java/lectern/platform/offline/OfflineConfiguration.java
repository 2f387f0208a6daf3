package lectern.platform.offline;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Headers, answers and parameters for phones that work without a signal.
@Configuration(proxyBeanMethods = false)
class OfflineConfiguration implements WebMvcConfigurer {
    private final MessageSource messages;
    private final Clock clock;

    OfflineConfiguration(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new OfflineHeaders());
        registry.addInterceptor(new OutboxAnswers(messages));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ClaimParameter(clock));
    }

    private record ClaimParameter(Clock clock) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Claim.class;
        }

        @Override
        public Claim resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var headers = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
            return Claim.read(headers::getHeader, clock.instant());
        }
    }
}

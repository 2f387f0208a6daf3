package lectern.platform.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/// The words people read: one bundle per module, Chinese (the default) and English beside it.
@Configuration(proxyBeanMethods = false)
public class Messages {
    /// The modules that bring a bundle `messages/<module>.properties` and `messages/<module>_en.properties`.
    public static final String[] BUNDLES = {
        "platform", "org", "people", "places", "content", "programme", "planning", "insight"
    };

    @Bean
    static MessageSource messageSource() {
        var source = new ResourceBundleMessageSource();
        for (var bundle : BUNDLES) {
            source.addBasenames("messages/" + bundle);
        }
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("lang");
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    @Bean
    static LocalValidatorFactoryBean defaultValidator(MessageSource messages) {
        var validator = new LocalValidatorFactoryBean();
        validator.setValidationMessageSource(messages);
        return validator;
    }
}

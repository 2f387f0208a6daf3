package lectern.platform.api;

import io.swagger.v3.oas.annotations.Hidden;
import lectern.platform.security.OpenToAll;
import lectern.platform.web.Refusal;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Addresses below `/api` that nothing answers to get a problem document, not a page.
@Hidden
@RestController
class UnknownAddress {
    @RequestMapping("/api/**")
    @OpenToAll
    Object unknown() {
        throw Refusal.notFound();
    }
}

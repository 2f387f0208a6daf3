package lectern.org;

import java.util.List;
import lectern.platform.guide.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the first-run guide says of units.
@Configuration(proxyBeanMethods = false)
class OrgSteps {
    @Bean
    Step unitsStep() {
        return new Step(
                "units",
                "sitemap",
                10,
                "from unit where parent_id is not null and retired_at is null",
                false,
                List.of(
                        Step.Way.to("start.import", "file-upload", "/imports/new?kind=units"),
                        Step.Way.file("start.template", "/imports/template?kind=units"),
                        Step.Way.to("start.list", "list", "/units"),
                        Step.Way.to("start.units.outlines", "map-pin", "/units/import")));
    }
}

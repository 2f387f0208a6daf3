package lectern.places;

import java.util.List;
import lectern.platform.guide.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the first-run guide says of venues.
@Configuration(proxyBeanMethods = false)
class PlacesSteps {
    @Bean
    Step venuesStep() {
        return new Step(
                "venues",
                "building-community",
                30,
                "from venue where retired_at is null",
                false,
                List.of(
                        Step.Way.to("start.import", "file-upload", "/imports/new?kind=venues"),
                        Step.Way.file("start.template", "/imports/template?kind=venues"),
                        Step.Way.to("start.list", "list", "/venues")));
    }
}

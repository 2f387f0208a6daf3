package lectern.people;

import java.util.List;
import lectern.platform.guide.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the first-run guide says of speakers and their free times.
@Configuration(proxyBeanMethods = false)
class PeopleSteps {
    @Bean
    Step speakersStep() {
        return new Step(
                "speakers",
                "microphone",
                40,
                "from speaker where retired_at is null",
                false,
                List.of(
                        Step.Way.to("start.import", "file-upload", "/imports/new?kind=speakers"),
                        Step.Way.file("start.template", "/imports/template?kind=speakers"),
                        Step.Way.to("start.list", "list", "/speakers")));
    }

    @Bean
    Step freeTimesStep() {
        return new Step(
                "free",
                "calendar-check",
                50,
                "from availability where ends_at > now()",
                false,
                List.of(
                        Step.Way.to("start.import", "file-upload", "/imports/new?kind=availability"),
                        Step.Way.file("start.template", "/imports/template?kind=availability"),
                        Step.Way.to("start.list", "list", "/speakers")));
    }
}

package lectern.content;

import java.util.List;
import lectern.platform.guide.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the first-run guide says of topics.
@Configuration(proxyBeanMethods = false)
class ContentSteps {
    @Bean
    Step topicsStep() {
        return new Step(
                "topics",
                "books",
                20,
                "from topic where retired_at is null",
                false,
                List.of(
                        Step.Way.to("start.import", "file-upload", "/imports/new?kind=topics")
                                .forCity(),
                        Step.Way.file("start.template", "/imports/template?kind=topics")
                                .forCity(),
                        Step.Way.to("start.list", "list", "/topics")));
    }
}

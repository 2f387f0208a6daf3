package lectern.planning;

import java.util.List;
import lectern.platform.guide.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the first-run guide says of plans.
@Configuration(proxyBeanMethods = false)
class PlanningSteps {
    @Bean
    Step planStep() {
        return new Step(
                "plan",
                "route",
                80,
                "from plan where state in ('DRAFT', 'PUBLISHED')",
                false,
                List.of(Step.Way.to("plan.new", "plus", "/plans/new")));
    }

    @Bean
    Step publicationStep() {
        return new Step(
                "published",
                "send",
                90,
                "from talk",
                true,
                List.of(Step.Way.to("start.published.do", "route", "/plans")));
    }
}

package lectern.programme;

import java.util.List;
import lectern.platform.guide.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the first-run guide says of requests.
@Configuration(proxyBeanMethods = false)
class ProgrammeSteps {
    @Bean
    Step requestsStep() {
        return new Step(
                "requests",
                "message-question",
                60,
                "from request",
                true,
                List.of(
                        Step.Way.to("start.import", "file-upload", "/imports/new?kind=requests"),
                        Step.Way.file("start.template", "/imports/template?kind=requests"),
                        Step.Way.to("start.list", "list", "/requests")));
    }

    @Bean
    Step approvalStep() {
        return new Step(
                "approved",
                "checks",
                70,
                "from request where state in ('APPROVED', 'SCHEDULED')",
                false,
                List.of(Step.Way.to("start.approved.do", "checks", "/requests?state=ASKED")));
    }
}

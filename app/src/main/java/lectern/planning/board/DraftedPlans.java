package lectern.planning.board;

import java.util.UUID;
import lectern.planning.Plan;
import lectern.planning.PlanQueries;
import lectern.platform.web.Refusal;
import org.springframework.stereotype.Component;

/// The plans that have something to look at.
@Component
public class DraftedPlans {
    private final PlanQueries plans;

    DraftedPlans(PlanQueries plans) {
        this.plans = plans;
    }

    /// @throws Refusal 404 when there is no such plan in scope, 409 when it has no board yet
    public Plan find(UUID id) {
        var plan = plans.find(id).orElseThrow(Refusal::notFound);
        if (!plan.hasResult()) {
            throw Refusal.conflict("plan.refused.noBoard");
        }
        return plan;
    }
}

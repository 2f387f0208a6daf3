package lectern.platform.jobs;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import lectern.platform.security.Actor;
import lectern.platform.security.Role;

/// What the queue keeps of a job: in whose name and scope it runs.
record JobOrder(
        UUID accountId,
        String name,
        UUID grantId,
        Role role,
        UUID unitId,
        String unitName,
        String unitLevel,
        UUID cityId,
        String path,
        String zone)
        implements Serializable {
    static JobOrder of(Actor actor) {
        return new JobOrder(
                actor.accountId(),
                actor.name(),
                actor.grantId(),
                actor.role(),
                actor.unitId(),
                actor.unitName(),
                actor.unitLevel(),
                actor.cityId(),
                actor.path(),
                actor.zone().getId());
    }

    Actor actor() {
        return new Actor(
                accountId,
                name,
                grantId,
                role,
                unitId,
                unitName,
                unitLevel,
                cityId,
                path,
                ZoneId.of(zone),
                null,
                List.of());
    }
}

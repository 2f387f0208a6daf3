package lectern.planning.board;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.org.UnitNames;
import lectern.people.SpeakerNames;
import lectern.planning.Plan;
import lectern.planning.problem.Solution;
import lectern.planning.problem.StoredProblems;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import lectern.programme.OpenRequest;
import lectern.programme.OpenRequests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Drafts in memory, the latest few. One is made again from the stored problem and the rows wherever it is missing, so
/// any node can show any draft. Whoever asks has found the plan in his scope before.
@Component
public class Drafts {
    private static final int KEPT = 6;
    private final DraftRows rows;
    private final StoredProblems problems;
    private final OpenRequests requests;
    private final SpeakerNames names;
    private final UnitNames units;
    private final Map<Key, Draft> latest = Collections.synchronizedMap(new LatestFew());

    Drafts(DraftRows rows, StoredProblems problems, OpenRequests requests, SpeakerNames names, UnitNames units) {
        this.rows = rows;
        this.problems = problems;
        this.requests = requests;
        this.names = names;
        this.units = units;
    }

    private record Key(UUID plan, int version) {}

    private static final class LatestFew extends LinkedHashMap<Key, Draft> {
        LatestFew() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Draft> eldest) {
            return size() > KEPT;
        }
    }

    @Transactional(readOnly = true)
    public Draft of(Plan plan) {
        var key = new Key(plan.id(), plan.version());
        var known = latest.get(key);
        if (known != null) {
            return known;
        }
        var made = make(plan);
        latest.put(key, made);
        return made;
    }

    /// The problem's file is large and stays the same while a draft changes.
    private Solution solution(UUID file, UUID plan, List<Solution.Assigned> assigned) {
        synchronized (latest) {
            for (var known : latest.entrySet()) {
                if (known.getKey().plan().equals(plan)
                        && file.equals(known.getValue().problemFile())) {
                    return known.getValue().solution().with(assigned);
                }
            }
        }
        return Solution.of(problems.read(file), assigned);
    }

    private Draft make(Plan plan) {
        var file = plan.problemFile();
        if (file == null) {
            throw Refusal.conflict("plan.refused.noBoard");
        }
        var horizon = plan.horizon(Actor.current().orElseThrow().zone());
        var assigned = rows.assigned(plan.id());
        var leftOut = rows.leftOut(plan.id());
        var ids = Stream.concat(
                        assigned.stream().map(DraftRows.Assigned::request),
                        leftOut.stream().map(DraftRows.LeftOut::request))
                .toList();
        var byId = requests.byIds(ids).stream().collect(Collectors.toMap(OpenRequest::id, Function.identity()));
        var solution = solution(
                file,
                plan.id(),
                assigned.stream()
                        .map(row -> new Solution.Assigned(row.request(), row.speaker(), horizon.minute(row.startsAt())))
                        .toList());
        return Draft.of(
                plan,
                file,
                horizon,
                solution,
                assigned,
                leftOut,
                byId,
                names.of(solution.speakers()),
                units.children(plan.unitId()));
    }
}

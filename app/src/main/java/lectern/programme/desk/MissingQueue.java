package lectern.programme.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lectern.platform.security.Actor;
import lectern.programme.DeskAct;
import lectern.programme.DeskList;
import lectern.programme.DeskQueue;
import lectern.programme.talk.TalkCounts;
import lectern.programme.talk.TalkQueries;
import org.springframework.stereotype.Component;

/// Talks that began and have no headcount.
@Component
class MissingQueue implements DeskQueue {
    private static final List<DeskAct> ACTS =
            List.of(new DeskAct("desk.headcount", "/station/talks/{id}/headcount", DeskAct.Kind.PEOPLE, 'h'));

    private final TalkQueries talks;
    private final TalkCounts counts;

    MissingQueue(TalkQueries talks, TalkCounts counts) {
        this.talks = talks;
        this.counts = counts;
    }

    @Override
    public String name() {
        return "missing";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public DeskList read(Actor actor, Instant now, int limit) {
        return new DeskList(
                counts.withoutHeadcount(now),
                talks.withoutHeadcount(now, limit).stream().map(OpenQueue::item).toList());
    }

    @Override
    public String all(Actor actor, Instant now) {
        return "/talks?state=ACCEPTED&sort=day&to=" + LocalDate.ofInstant(now, actor.zone());
    }

    @Override
    public List<DeskAct> acts() {
        return ACTS;
    }
}

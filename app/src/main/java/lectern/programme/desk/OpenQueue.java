package lectern.programme.desk;

import java.time.Instant;
import java.util.List;
import lectern.platform.security.Actor;
import lectern.programme.DeskAct;
import lectern.programme.DeskItem;
import lectern.programme.DeskList;
import lectern.programme.DeskQueue;
import lectern.programme.talk.TalkCounts;
import lectern.programme.talk.TalkQueries;
import lectern.programme.talk.TalkRow;
import org.springframework.stereotype.Component;

/// Talks whose speaker declined: somebody else must be found.
@Component
class OpenQueue implements DeskQueue {
    private static final List<DeskAct> ACTS =
            List.of(new DeskAct("desk.substitute", "/talks/{id}/substitutes", DeskAct.Kind.PART, 's'));

    private final TalkQueries talks;
    private final TalkCounts counts;

    OpenQueue(TalkQueries talks, TalkCounts counts) {
        this.talks = talks;
        this.counts = counts;
    }

    @Override
    public String name() {
        return "open";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public DeskList read(Actor actor, Instant now, int limit) {
        return new DeskList(
                counts.open(now),
                talks.withoutSpeaker(now, limit).stream().map(OpenQueue::item).toList());
    }

    static DeskItem item(TalkRow talk) {
        return new DeskItem(
                talk.id(),
                null,
                talk.unit() + " · " + talk.topic(),
                talk.startsAt(),
                talk.endsAt(),
                0,
                talk.speaker() == null ? "" : talk.speaker(),
                "/talks/" + talk.id());
    }

    @Override
    public String all(Actor actor, Instant now) {
        return "/talks?state=OPEN&sort=day";
    }

    @Override
    public List<DeskAct> acts() {
        return ACTS;
    }
}

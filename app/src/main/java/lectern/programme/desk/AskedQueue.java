package lectern.programme.desk;

import java.time.Instant;
import java.util.List;
import lectern.platform.security.Actor;
import lectern.programme.DeskAct;
import lectern.programme.DeskItem;
import lectern.programme.DeskList;
import lectern.programme.DeskQueue;
import lectern.programme.request.WaitingRequests;
import org.springframework.stereotype.Component;

/// Requests that wait for a decision.
@Component
class AskedQueue implements DeskQueue {
    private static final List<DeskAct> ACTS = List.of(
            new DeskAct(
                    "desk.approve",
                    "/requests/{id}/approve",
                    DeskAct.Kind.DO,
                    'a',
                    "/requests/approve",
                    "/requests/take-back"),
            new DeskAct(
                    "desk.sendBack",
                    "/requests/{id}/send-back",
                    DeskAct.Kind.REASON,
                    'b',
                    "/requests/send-back",
                    "/requests/take-back"));

    private final WaitingRequests requests;

    AskedQueue(WaitingRequests requests) {
        this.requests = requests;
    }

    @Override
    public String name() {
        return "asked";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public DeskList read(Actor actor, Instant now, int limit) {
        var items = requests.longestWaiting(limit).stream()
                .map(each -> new DeskItem(
                        each.id(),
                        null,
                        each.unit() + " · " + each.topic(),
                        each.opensAt(),
                        null,
                        each.expected(),
                        "",
                        "/requests/" + each.id()))
                .toList();
        return new DeskList(requests.waiting(), items);
    }

    @Override
    public String all(Actor actor, Instant now) {
        return "/requests?state=ASKED";
    }

    @Override
    public List<DeskAct> acts() {
        return ACTS;
    }
}

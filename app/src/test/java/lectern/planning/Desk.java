package lectern.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lectern.SmallCity;
import lectern.Visitor;
import lectern.platform.security.Actor;

/// An officer who orders plans in the browser and waits for them.
public final class Desk {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    final Actor officer;
    final Visitor.Visit visit;
    private final PlanQueries plans;
    private final OpenProgramme programme;

    public Desk(Actor officer, Visitor visitor, PlanQueries plans, OpenProgramme programme) {
        this.officer = officer;
        this.visit = visitor.as(officer);
        this.plans = plans;
        this.programme = programme;
    }

    /// The form for next week.
    Map<String, String> form(int seconds) {
        return form(programme.monday, programme.sunday(), seconds);
    }

    Map<String, String> form(LocalDate firstDay, LocalDate lastDay, int seconds) {
        return new HashMap<>(Map.of(
                "name", "下周计划",
                "unit", officer.unitId().toString(),
                "firstDay", firstDay.toString(),
                "lastDay", lastDay.toString(),
                "seconds", Integer.toString(seconds)));
    }

    UUID order(int seconds) {
        return order(form(seconds));
    }

    UUID order(Map<String, String> form) {
        var answer = visit.post("/plans", form);
        assertThat(answer.statusCode()).isEqualTo(302);
        var location = answer.headers().firstValue("Location").orElseThrow();
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    Plan plan(UUID id) {
        return SmallCity.as(officer, () -> plans.find(id)).orElseThrow();
    }

    Plan finished(UUID id) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var plan = plan(id);
            if (!plan.state().isUnderWay()) {
                return plan;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the plan did not end within " + PATIENCE);
    }

    /// Waits until the planner has something that it could keep.
    void awaitServed(UUID id) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var served = programme.text("""
                    select coalesce(j.detail ->> 'served', '0') from job j join plan p on p.job_id = j.id
                    where p.id = ?
                    """, id);
            if (!served.equals("0")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the planner served nothing within " + PATIENCE);
    }

    /// A draft without waiting for the whole search: it is stopped and keeps what it has.
    public UUID draft() throws InterruptedException {
        return draft(form(10));
    }

    /// A draft for one unit below the officer's.
    UUID draftFor(SmallCity.Place unit) throws InterruptedException {
        var form = form(10);
        form.put("unit", unit.id().toString());
        return draft(form);
    }

    private UUID draft(Map<String, String> form) throws InterruptedException {
        var id = order(form);
        awaitServed(id);
        visit.post("/plans/" + id + "/stop", Map.of());
        assertThat(finished(id).state()).isEqualTo(PlanState.DRAFT);
        return id;
    }

    HttpResponse<String> publish(UUID id) {
        return publish(id, plan(id).version());
    }

    HttpResponse<String> publish(UUID id, int version) {
        return visit.post("/plans/" + id + "/publish", Map.of("version", Integer.toString(version)));
    }
}

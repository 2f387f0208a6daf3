package lectern.platform.jobs;

import java.io.IOException;
import java.util.UUID;
import lectern.platform.database.Scopes;
import lectern.platform.security.Actor;
import lectern.platform.security.Allow;
import lectern.platform.security.Role;
import lectern.platform.web.Refusal;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// How a job stands, as a stream of server-sent events, and the button that stops it.
@Controller
class JobPages {
    private static final long LOOK_EVERY_MILLIS = 400;
    private static final long LONGEST_STREAM_MILLIS = 30 * 60_000L;
    private final Jobs jobs;
    private final JobWorker worker;

    JobPages(Jobs jobs, JobWorker worker) {
        this.jobs = jobs;
        this.worker = worker;
    }

    /// Events `progress` with the job's state, thousandths and detail; the last one, `over`, says where to go on.
    @GetMapping(path = "/jobs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allow({Role.OFFICER, Role.KEEPER, Role.ADMINISTRATOR})
    SseEmitter events(@PathVariable UUID id, Actor actor) {
        if (jobs.find(id).isEmpty()) {
            throw Refusal.notFound();
        }
        var emitter = new SseEmitter(LONGEST_STREAM_MILLIS);
        Thread.ofVirtual().name("job-events-" + id).start(() -> Scopes.run(actor.scope(), () -> follow(id, emitter)));
        return emitter;
    }

    private record News(Job.State state, int done, String detail, String page) {}

    private void follow(UUID id, SseEmitter emitter) {
        try {
            while (true) {
                var job = jobs.find(id).orElseThrow();
                var news = new News(job.state(), job.done(), job.detail(), worker.pageAfter(job));
                emitter.send(SseEmitter.event()
                        .name(job.isOver() ? "over" : "progress")
                        .data(news));
                if (job.isOver()) {
                    emitter.complete();
                    return;
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (IOException | IllegalStateException readerLeft) {
            emitter.complete();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (RuntimeException failure) {
            emitter.completeWithError(failure);
        }
    }

    @PostMapping("/jobs/{id}/cancel")
    @Allow({Role.OFFICER, Role.KEEPER, Role.ADMINISTRATOR})
    String cancel(@PathVariable UUID id) {
        var job = jobs.find(id).orElseThrow(Refusal::notFound);
        jobs.cancel(id);
        return "redirect:" + worker.pageAfter(job);
    }
}

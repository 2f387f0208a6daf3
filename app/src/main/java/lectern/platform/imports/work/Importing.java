package lectern.platform.imports.work;

import java.util.UUID;
import lectern.platform.imports.SheetKind;
import lectern.platform.imports.work.SheetImport.State;
import lectern.platform.jobs.Job;
import lectern.platform.jobs.Jobs;
import lectern.platform.security.Actor;
import lectern.platform.web.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people order: a dry run of a file, that it goes in, that it is undone. A repeat orders nothing more.
@Component
class Importing {
    private final SheetImports imports;
    private final Uploads uploads;
    private final Jobs jobs;

    Importing(SheetImports imports, Uploads uploads, Jobs jobs) {
        this.imports = imports;
        this.uploads = uploads;
        this.jobs = jobs;
    }

    @Transactional
    public UUID take(Actor actor, SheetKind kind, String fileName, byte[] content) {
        var id = imports.add(actor, kind.name(), uploads.keep(fileName, content));
        imports.worksOn(id, jobs.start(actor, ImportJob.KIND, id));
        return id;
    }

    @Transactional
    public void apply(Actor actor, UUID id) {
        begin(actor, id, State.CHECKED, State.APPLYING);
    }

    @Transactional
    public void undo(Actor actor, UUID id) {
        begin(actor, id, State.APPLIED, State.UNDOING);
    }

    private void begin(Actor actor, UUID id, State from, State to) {
        var imported = imports.hold(id).orElseThrow(Refusal::notFound);
        if (imported.state() == from) {
            imports.become(id, to);
            imports.worksOn(id, jobs.start(actor, ImportJob.KIND, id));
        }
    }

    /// Starts work again that ended without a result.
    @Transactional
    public void again(Actor actor, UUID id) {
        var imported = imports.hold(id).orElseThrow(Refusal::notFound);
        if (isStuck(imported)) {
            imports.worksOn(id, jobs.start(actor, ImportJob.KIND, id));
        }
    }

    /// The import as it stands. Work that ends between the look at the import and the look at its job would seem to
    /// have
    /// ended without a result, so it is looked at once more.
    SheetImport look(UUID id) {
        var imported = imports.find(id).orElseThrow(Refusal::notFound);
        return isStuck(imported) ? imports.find(id).orElseThrow(Refusal::notFound) : imported;
    }

    /// Whether the work on it ended without a result: it failed, or the server was stopped.
    boolean isStuck(SheetImport imported) {
        var job = imported.jobId();
        return imported.state().isAtWork()
                && (job == null || jobs.find(job).map(Job::isOver).orElse(true));
    }
}

package lectern.bench;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// Looks into the heap of a server while it works.
final class ServerHeap {
    private final Child server;

    ServerHeap(Child server) {
        this.server = server;
    }

    /// What the work holds at its peak, in mebibytes: the heap is collected again and again while it runs, so that only
    /// what is in use counts. It takes much longer that way.
    long peakOf(Callable<?> work) throws Exception {
        var before = live();
        var peak = before;
        try (var threads = Executors.newSingleThreadExecutor()) {
            var working = threads.submit(work);
            while (!working.isDone()) {
                peak = Math.max(peak, live());
            }
            working.get();
        }
        return peak - before;
    }

    private long live() throws IOException, InterruptedException {
        return server.heapAfterCollection();
    }
}

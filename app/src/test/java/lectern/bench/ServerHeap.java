package lectern.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/// Looks into the heap of a server in another process.
final class ServerHeap implements AutoCloseable {
    private static final long MEBIBYTE = 1 << 20;
    private final JMXConnector connector;
    private final MemoryMXBean memory;

    ServerHeap(long pid) throws IOException, AttachNotSupportedException {
        var machine = VirtualMachine.attach(Long.toString(pid));
        try {
            connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
        } finally {
            machine.detach();
        }
        memory = ManagementFactory.newPlatformMXBeanProxy(
                connector.getMBeanServerConnection(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
    }

    /// What the work holds at its peak, in mebibytes: the heap is collected again and again while it runs, so that only
    /// what is in use counts. It takes much longer that way.
    long peakOf(Callable<?> work) throws Exception {
        var before = live();
        var peak = new AtomicLong(before);
        var ended = new AtomicBoolean();
        var watch = Thread.ofPlatform().start(() -> {
            while (!ended.get()) {
                peak.accumulateAndGet(live(), Math::max);
            }
        });
        try {
            work.call();
        } finally {
            ended.set(true);
            watch.join();
        }
        return (peak.get() - before) / MEBIBYTE;
    }

    private long live() {
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}

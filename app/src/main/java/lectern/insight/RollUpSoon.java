package lectern.insight;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Rolls up a moment after a report, on this node, so that its reporter sees the figure. Many reports at a time wait
/// for
/// the same roll-up; what it misses is taken by the recurring one.
@Component
class RollUpSoon {
    private static final Logger LOG = LoggerFactory.getLogger(RollUpSoon.class);
    private static final long GATHERING_MILLIS = 200;

    private final RollUp rollUp;
    private final AtomicBoolean waiting = new AtomicBoolean();

    RollUpSoon(RollUp rollUp) {
        this.rollUp = rollUp;
    }

    void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (waiting.compareAndSet(false, true)) {
                    Thread.ofVirtual().name("roll-up-soon").start(RollUpSoon.this::run);
                }
            }
        });
    }

    private void run() {
        try {
            Thread.sleep(GATHERING_MILLIS);
            waiting.set(false);
            rollUp.drain();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.warn("The roll-up is left to the recurring one: {}", failure.getMessage());
        }
    }
}

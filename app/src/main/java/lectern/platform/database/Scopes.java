package lectern.platform.database;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Binds the scope that the transactions of a piece of work get. Outside of any binding nothing is visible.
///
/// A request is bound to its actor's scope by the web shell. Public pages and jobs bind the scope they stand for.
public final class Scopes {
    private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

    private Scopes() {}

    /// Runs the work with every transaction that it begins limited to this scope.
    ///
    /// @throws IllegalStateException inside a running transaction, whose scope can no longer change
    public static <T> T call(Scope scope, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the scope cannot change inside a transaction; bind it before");
        }
        return ScopedValue.where(CURRENT, scope).call(work::get);
    }

    /// As [#call], for work without a result.
    public static void run(Scope scope, Runnable work) {
        call(scope, () -> {
            work.run();
            return true;
        });
    }

    public static Optional<Scope> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /// The scope that is bound.
    ///
    /// @throws IllegalStateException where none is
    public static Scope required() {
        return current()
                .orElseThrow(() -> new IllegalStateException("no scope is bound: wrap the work in Scopes.call"));
    }
}

package lectern.org.account;

import java.util.Map;
import java.util.UUID;
import lectern.platform.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The accounts: made, disabled, given roles at units.
@Component
class Accounts {
    private final JdbcClient jdbc;
    private final Audit audit;

    Accounts(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    int epoch(UUID accountId) {
        return jdbc.sql("select epoch from sign_in where id = :id")
                .param("id", accountId)
                .query(Integer.class)
                .single();
    }

    /// Sessions that began before now are no longer known.
    @Transactional
    public void endSessions(UUID accountId) {
        jdbc.sql("update account set epoch = epoch + 1 where id = :id")
                .param("id", accountId)
                .update();
        audit.record("end-sessions", "account", accountId, Map.of());
    }
}

package lectern.org.account;

import java.util.Optional;
import java.util.UUID;
import lectern.org.SpeakerAccess;
import lectern.org.Unit;
import lectern.platform.security.Role;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

@Component
class SpeakerInvitations implements SpeakerAccess {
    private final AccountQueries queries;
    private final Accounts accounts;

    SpeakerInvitations(AccountQueries queries, Accounts accounts) {
        this.queries = queries;
        this.accounts = accounts;
    }

    @Override
    public Optional<String> loginOf(UUID speakerId) {
        return queries.loginOfSpeaker(speakerId);
    }

    @Override
    public String invite(UUID speakerId, String name, String login, Unit unit, String back, Model model) {
        var invited = accounts.invite(login, name, unit, Role.SPEAKER, speakerId);
        return AccountPages.link(name, login, back, invited.secret(), model);
    }
}

package lectern.org;

import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.ui.Model;

/// A speaker needs no account; with one he answers and sees his tasks on his phone. Officers invite him to it.
public interface SpeakerAccess {
    /// The log-in name of the speaker's account, when he has one.
    Optional<String> loginOf(UUID speakerId);

    /// Makes the speaker's account and fills the page that shows the one-time link to his password.
    ///
    /// @param unit where the speaker belongs, in scope
    /// @param back where the reader of that page goes on
    /// @return the name of the page
    /// @throws DuplicateKeyException when the log-in name is taken
    String invite(UUID speakerId, String name, String login, Unit unit, String back, Model model);
}

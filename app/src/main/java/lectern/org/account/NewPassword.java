package lectern.org.account;

import static java.util.Objects.requireNonNullElse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lectern.platform.web.Fields;

/// A password as typed twice, with the present one where that is asked.
record NewPassword(String present, String password, String again) {
    NewPassword {
        present = requireNonNullElse(present, "");
        password = requireNonNullElse(password, "");
        again = requireNonNullElse(again, "");
    }

    /// What is wrong with it, by field.
    ///
    /// @param weakness of the password, as a message key
    Fields problems(Function<String, Optional<String>> weakness) {
        var problems = new LinkedHashMap<String, Fields.Problem>();
        if (password.isBlank()) {
            problems.put("password", new Fields.Problem("field.required"));
        } else {
            weakness.apply(password).ifPresent(key -> problems.put("password", new Fields.Problem(key)));
        }
        if (problems.isEmpty() && !password.equals(again)) {
            problems.put("again", new Fields.Problem("password.again.differs"));
        }
        return new Fields(Map.of(), problems);
    }
}

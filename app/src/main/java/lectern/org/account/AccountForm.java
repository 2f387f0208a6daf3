package lectern.org.account;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/// What an administrator types about a new account.
///
/// @param unit id of the unit where its first role is granted
/// @param role one of [GrantedRoles]
record AccountForm(
        @NotBlank(message = "field.required") @Size(max = 40, message = "field.tooLong")
        String name,

        @Pattern(regexp = "[a-z0-9._-]{3,40}", message = "account.login.wrong")
        String login,

        @NotBlank(message = "field.choose") String unit,

        @NotBlank(message = "field.choose") String role) {
    AccountForm {
        name = requireNonNullElse(name, "").strip();
        login = requireNonNullElse(login, "").strip();
        unit = requireNonNullElse(unit, "");
        role = requireNonNullElse(role, "");
    }
}

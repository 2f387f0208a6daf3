package lectern.org.setup;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;
import lectern.org.account.PasswordPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/// What the first page asks: the root unit, its administrator, its first officer.
record SetupForm(
        @NotBlank(message = "field.required") @Size(max = 80, message = "field.tooLong") @Nullable
        String unitName,

        @NotBlank(message = "field.required")
        @Pattern(regexp = "[A-Za-z0-9_-]{1,20}", message = "setup.code.wrong")
        @Nullable
        String unitCode,

        @NotBlank(message = "field.required")
        @Pattern(regexp = "PROVINCE|CITY|COUNTY", message = "field.choose")
        @Nullable
        String unitLevel,

        @NotBlank(message = "field.required") @Nullable String zone,

        @NotBlank(message = "field.required") @Size(max = 40, message = "field.tooLong") @Nullable
        String adminName,

        @NotBlank(message = "field.required")
        @Pattern(regexp = "[a-z0-9._-]{3,40}", message = "account.login.wrong")
        @Nullable
        String adminLogin,

        @NotBlank(message = "field.required") @Nullable String adminPassword,

        @NotBlank(message = "field.required") @Size(max = 40, message = "field.tooLong") @Nullable
        String officerName,

        @NotBlank(message = "field.required")
        @Pattern(regexp = "[a-z0-9._-]{3,40}", message = "account.login.wrong")
        @Nullable
        String officerLogin,

        @NotBlank(message = "field.required") @Nullable String officerPassword) {
    void check(BindingResult result, PasswordPolicy policy) {
        checkPassword(result, policy, "adminPassword", adminPassword, adminLogin, adminName);
        checkPassword(result, policy, "officerPassword", officerPassword, officerLogin, officerName);
        if (adminLogin != null && adminLogin.equals(officerLogin)) {
            result.rejectValue("officerLogin", "login", "setup.login.same");
        }
        try {
            ZoneId.of(String.valueOf(zone));
        } catch (DateTimeException unknown) {
            result.rejectValue("zone", "zone", "setup.zone.unknown");
        }
    }

    private static void checkPassword(
            BindingResult result,
            PasswordPolicy policy,
            String field,
            @Nullable String password,
            @Nullable String login,
            @Nullable String name) {
        if (password != null && !password.isBlank()) {
            policy.weakness(password, String.valueOf(login), String.valueOf(name))
                    .ifPresent(key -> result.rejectValue(field, "password", key));
        }
    }
}

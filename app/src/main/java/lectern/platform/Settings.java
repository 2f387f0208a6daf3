package lectern.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an installation can set, from the command line or the environment (`LECTERN_DB_URL` …).
///
/// @param data folder of the embedded database, files and secrets
/// @param demo whether the demo city is loaded and "enter as" is offered
/// @param db an external database; when its URL is missing, the embedded one is used
/// @param key 32 bytes in Base64 that seal phone numbers; when missing, one is made and kept in `data`
@ConfigurationProperties("lectern")
public record Settings(
        @DefaultValue("data") Path data,
        @DefaultValue("false") boolean demo,
        @DefaultValue External db,
        @Nullable String key) {

    /// An external PostgreSQL 15 or newer.
    ///
    /// @param url `jdbc:postgresql://host/database`
    /// @param user the owner of the database, who migrates it
    /// @param appUser the role that the application uses, which owns nothing; made by the owner when it is missing
    public record External(
            @Nullable String url,
            @DefaultValue("lectern_owner") String user,
            @DefaultValue("") String password,
            @DefaultValue("lectern_app") String appUser,
            @Nullable String appPassword) {}
}

package lectern.platform.database;

/// Where the database is and who logs in to it.
///
/// @param url JDBC address
/// @param owner owns every table and migrates them; nothing else uses it
/// @param application owns nothing and is held by row-level security
record Credentials(String url, Login owner, Login application) {
    record Login(String user, String password) {}
}

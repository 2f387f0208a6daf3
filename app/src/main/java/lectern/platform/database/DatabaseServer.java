package lectern.platform.database;

/// A running PostgreSQL, ours or somebody else's.
sealed interface DatabaseServer extends AutoCloseable permits EmbeddedServer, ExternalServer {
    Credentials credentials();

    @Override
    void close();
}

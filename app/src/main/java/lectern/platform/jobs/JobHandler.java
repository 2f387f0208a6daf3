package lectern.platform.jobs;

/// Does one kind of long work. Modules contribute theirs as beans.
///
/// It may be started again on another node after a server was killed: it must begin afresh and leave nothing half done.
public interface JobHandler {
    /// The kind, such as `plan`. The words for people are at the message key `job.<kind>`.
    String kind();

    /// Runs in the scope and name of whoever started the job. Interrupted, because the server stops, it ends soon with
    /// what it has.
    ///
    /// @throws lectern.platform.web.Refusal when it cannot be done for a reason that people are told
    void run(JobRun run);

    /// Where people go on once it is done or cancelled, such as `/plans/…`.
    String resultPage(Job job);
}

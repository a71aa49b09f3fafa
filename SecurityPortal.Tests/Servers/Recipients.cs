namespace SecurityPortal.Tests.Servers;

/// <summary>
/// Addresses by what the mail server does with a mail to them. <c>who</c> keeps the tests apart. Any other name at
/// <c>example.test</c> or <c>far.test</c> gets its mail.
/// </summary>
public static class Recipients
{
    /// <summary>Delivered here; who asked for it is told so (action <c>delivered</c>).</summary>
    public static string Reader(string who) => $"{who}@example.test";

    /// <summary>Passed on to a server that knows nothing of DSN; who asked for it is told so (action <c>relayed</c>).</summary>
    public static string FarReader(string who) => $"{who}@far.test";

    /// <summary>Where a report goes back to: every tag is the same mailbox, which IMAP serves.</summary>
    public static string Bounces(string tag) => $"bounces+{tag}@portal.test";

    /// <summary>Refused at once: 451 4.3.0.</summary>
    public static string TryAgainLater(string who) => $"tempfail.{who}@example.test";

    /// <summary>Refused at once, for now: 452 4.2.2.</summary>
    public static string MailboxFull(string who) => $"full.{who}@example.test";

    /// <summary>Refused at once: 552 5.2.2.</summary>
    public static string OverQuota(string who) => $"overquota.{who}@example.test";

    /// <summary>Refused at once: 550 5.7.1.</summary>
    public static string Spam(string who) => $"spam.{who}@example.test";

    /// <summary>Refused at once: 550 5.1.1.</summary>
    public static string Unknown(string who) => $"unknown.{who}@example.test";

    /// <summary>Refused at once: 550 5.1.2.</summary>
    public static string NoSuchDomain(string who) => $"{who}@nowhere.test";

    /// <summary>Taken; a report with 5.2.2 follows.</summary>
    public static string FarOverQuota(string who) => $"full.{who}@far.test";

    /// <summary>Taken; a report with 5.1.1 follows.</summary>
    public static string FarUnknown(string who) => $"unknown.{who}@far.test";

    /// <summary>Taken; a report with 5.7.1 follows.</summary>
    public static string FarSpam(string who) => $"spam.{who}@far.test";

    /// <summary>
    /// Taken and tried again and again; after two to four seconds a report tells of the delay (4.2.1), and another with the
    /// same code that it was given up, should the server's <c>maximal_queue_lifetime</c> be short.
    /// </summary>
    public static string FarDelayed(string who) => $"delayed.{who}@far.test";
}

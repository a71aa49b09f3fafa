namespace SecurityPortal.Domain;

/// <summary>A browser that needs no code at sign-in for a while, after one was entered there (R-SIGN-3).</summary>
/// <param name="BrowserId">The hash of what its cookie holds.</param>
public sealed record RememberedBrowser(Guid Id, string BrowserId, string Browser, string Source, Place? Place, DateTimeOffset RememberedAt, DateTimeOffset LastUsedAt, DateTimeOffset EndsAt)
{
    /// <summary>What its wrong codes and passwords are counted under, in place of its network.</summary>
    public static string SourceOf(string browserId) => $"browser:{browserId}";

    /// <summary>The session in which the code was entered: a notice's <em>This wasn't me</em> names it.</summary>
    public SessionId? By { get; init; }

    /// <summary>The limited session that one came from, by which the sign-in is logged.</summary>
    public SessionId? CameFrom { get; init; }
}

using System.Collections.Immutable;

namespace SecurityPortal.Tests.Walks;

/// <summary>One thing that a browser is about to do.</summary>
/// <param name="Asked">Null for what is done in a circuit.</param>
/// <param name="Do">Answers what the browser is shown; null where it is shown nothing.</param>
internal sealed record Act(WalkBrowser By, string What, Deed Deed, Asked? Asked, Func<Task<Answered?>> Do)
{
    /// <summary>A browser goes on to where a form's answer sends it.</summary>
    public bool Follows { get; init; }

    public static Act Send(WalkBrowser by, Asked asked, Ledger ledger) => new(
        by,
        $"{by}: {asked}",
        new DeedReader(asked, by, by.Holds, ledger.SealedNames).Read(),
        asked,
        async () => await by.SendAsync(asked));

    public static Act Look(WalkBrowser by, string path, Ledger ledger) => Send(by, new(path, null), ledger);

    public static Act Press(WalkBrowser by, string path, ImmutableArray<(string Name, string Value)> fields, Ledger ledger) => Send(by, new(path, fields), ledger);
}

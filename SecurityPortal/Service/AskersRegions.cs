using System.Collections.Immutable;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>The regions under attack, as they matter to whoever asks from this source (R-RISK-3).</summary>
internal sealed record AskersRegions(ImmutableArray<AttackedRegion> Standing, string Source, Place? Place, DateTimeOffset Now)
{
    /// <summary>The network or country that is asked from is one.</summary>
    public bool HoldAsker => Standing.Any(HoldsAsker);

    /// <summary>Those that a code is in which goes there.</summary>
    public IEnumerable<AttackedRegion> Around(Contact to) => Standing.Where(region => HoldsAsker(region) || region.Holds(to));

    /// <summary>How codes go there because of an attack; null where there is none.</summary>
    public AreaNote? NoteOf(Contact to) => NoteOf([.. Around(to)]);

    /// <summary>Those because of which no code is sent there at all.</summary>
    public IEnumerable<Block> BlocksOf(Contact to) => Around(to).Where(region => region.IsClosed).Select(region => new Block
    {
        Scope = BlockScope.Region,
        Source = HoldsAsker(region) ? Source : "",
        Reason = BlockReason.Region,
        StartedAt = region.Since,
        EndsAt = region.Until,
        Note = region.Note,
    });

    private bool HoldsAsker(AttackedRegion region) => region.Holds(Source, Place);

    private AreaNote? NoteOf(AttackedRegion[] around) => around is [] ? null : new(
        around.Any(region => region.IsClosed) ? ChannelStatus.Unavailable : ChannelStatus.Limited,
        around.Max(region => region.DelayAt(Now)),
        around.Max(region => region.Until))
    {
        IsAttack = true,
    };
}

namespace SecurityPortal.Domain.Risk;

/// <summary>Many wrong passwords or codes came before it, from the same source.</summary>
public sealed class FailuresInARowSignal : IRiskSignal
{
    /// <summary>Whoever only mistypes needs fewer.</summary>
    public const int From = 5;

    public RiskSignal Name => RiskSignal.FailuresInARow;

    public bool Shows(RiskScene scene) => scene.FailuresHere >= From;
}

namespace SecurityPortal.Domain.Risk;

/// <summary>One thing that makes a sign-in unusual (R-RISK-1).</summary>
public interface IRiskSignal
{
    RiskSignal Name { get; }

    bool Shows(RiskScene scene);
}

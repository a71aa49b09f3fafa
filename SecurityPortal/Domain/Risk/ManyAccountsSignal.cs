namespace SecurityPortal.Domain.Risk;

/// <summary>Its source has failed on many accounts: somebody there tries passwords.</summary>
public sealed class ManyAccountsSignal : IRiskSignal
{
    public const int From = 5;

    public RiskSignal Name => RiskSignal.ManyAccounts;

    public bool Shows(RiskScene scene) => scene.AccountsFailed >= From;
}

using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

public enum RegisterStep
{
    /// <summary>This session has nothing to register.</summary>
    Elsewhere,
    Contact,
    Confirm,
    Done,
}

public static class RegisterSteps
{
    public const string Another = "another";

    /// <summary>Not the one that was recommended.</summary>
    public const string Other = "other";

    /// <summary>Follows from what is stored, so that a reload or a second tab comes back to it; the address only chooses where there is a choice.</summary>
    public static RegisterStep Of(SecurityOverview overview, string? asked) => overview switch
    {
        { Pending: not null } or { MustRegister: false, IsRegistering: false, OwesRegistration: false } or { IsFull: false, MustRegister: false } => RegisterStep.Elsewhere,
        { Unconfirmed.IsEmpty: false } => RegisterStep.Confirm,
        { MustRegister: true } or { HasMetDuty: false } => RegisterStep.Contact,
        _ => asked == Another ? RegisterStep.Contact : RegisterStep.Done,
    };
}

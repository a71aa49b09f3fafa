using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Tests.Walks;

/// <summary>What a walk hands to the service in the place of a page in a circuit. Every operation takes of it what it needs.</summary>
internal sealed record Call(SecurityInfoService Service, Owner Owner)
{
    public MethodId Method { get; init; }

    public SentCode? Code { get; init; }

    public string Typed { get; init; } = "";

    public Purpose Purpose { get; init; }

    public SessionId Session { get; init; }

    public required Contact Own { get; init; }

    public bool Knowingly { get; init; }

    public ChallengeId Challenge => Code?.Challenge ?? default;
}

/// <summary>The operations of an owner, by the names that a walk's steps are told in.</summary>
internal static class Calls
{
    public const string NewPassword = "Brand-New-Horse-5";

    public static readonly IReadOnlyDictionary<string, Func<Call, Task<Refusal?>>> All = new Dictionary<string, Func<Call, Task<Refusal?>>>
    {
        ["ask"] = call => call.Service.AskForCodeAsync(call.Owner, call.Purpose, call.Method, CancellationToken.None),
        ["again"] = call => call.Service.SendAgainAsync(call.Owner, call.Challenge, CancellationToken.None),
        ["prove"] = call => call.Service.ProveAsync(call.Owner, call.Challenge, call.Typed, CancellationToken.None),
        ["add"] = call => call.Service.AddMethodAsync(call.Owner, call.Own, CancellationToken.None),
        ["confirm"] = call => call.Service.ConfirmMethodAsync(call.Owner, call.Challenge, call.Typed, CancellationToken.None),
        ["discard"] = call => call.Service.DiscardUnconfirmedAsync(call.Owner, call.Method, CancellationToken.None),
        ["finish"] = call => call.Service.FinishRegistrationAsync(call.Owner, CancellationToken.None),
        ["remove"] = call => call.Service.RemoveMethodAsync(call.Owner, call.Method, call.Knowingly, CancellationToken.None),
        ["suspend"] = call => call.Service.SuspendMethodAsync(call.Owner, call.Method, call.Knowingly, CancellationToken.None),
        ["bring back"] = call => call.Service.BringBackMethodAsync(call.Owner, call.Method, CancellationToken.None),
        ["bring back by code"] = call => call.Service.BringBackByCodeAsync(call.Owner, call.Challenge, call.Typed, CancellationToken.None),
        ["rename"] = call => call.Service.RenameMethodAsync(call.Owner, call.Method, "mine", CancellationToken.None),
        ["language"] = call => call.Service.SetMethodLanguageAsync(call.Owner, call.Method, "de", CancellationToken.None),
        ["default"] = call => call.Service.MakeDefaultAsync(call.Owner, call.Method, CancellationToken.None),
        ["enter"] = call => call.Service.EnterNewInfoAsync(call.Owner, call.Own, CancellationToken.None),
        ["confirm new"] = call => call.Service.ConfirmNewInfoAsync(call.Owner, call.Challenge, call.Typed, CancellationToken.None),
        ["drop new"] = call => call.Service.DropNewInfoAsync(call.Owner, call.Method, CancellationToken.None),
        ["discard draft"] = call => call.Service.DiscardDraftAsync(call.Owner, CancellationToken.None),
        ["start"] = call => call.Service.StartReplacementAsync(call.Owner, CancellationToken.None),
        ["correct"] = call => call.Service.OpenCorrectionAsync(call.Owner, call.Challenge, call.Typed, CancellationToken.None),
        ["cancel"] = call => call.Service.CancelReplacementAsync(call.Owner, CancellationToken.None),
        ["say who"] = call => call.Service.SayWhoStartedAsync(call.Owner, call.Knowingly, CancellationToken.None),
        ["end"] = call => call.Service.EndSessionAsync(call.Owner, call.Session, CancellationToken.None),
        ["end others"] = call => call.Service.EndOtherSessionsAsync(call.Owner, CancellationToken.None),
        ["confirm password"] = call => call.Service.ConfirmPasswordAsync(call.Owner, "not-the-password", CancellationToken.None),
        ["change password"] = call => call.Service.ChangeDistrustedPasswordAsync(call.Owner, NewPassword, CancellationToken.None),
        ["undo"] = call => call.Service.UndoRestrictionAsync(call.Owner, call.Challenge, call.Typed, call.Knowingly, CancellationToken.None),
    };

    /// <summary>What is proved by the code that an operation takes; null when it takes none.</summary>
    public static Purpose? CodeOf(string name) => name switch
    {
        "prove" => Purpose.ChangeSecurityInfo,
        "confirm" => Purpose.ConfirmMethod,
        "confirm new" => Purpose.ConfirmNewInfo,
        "correct" => Purpose.CorrectReplacement,
        "bring back by code" => Purpose.BringBack,
        "undo" => Purpose.UndoRestriction,
        _ => null,
    };
}

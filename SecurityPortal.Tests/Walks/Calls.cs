using System.Collections.Immutable;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Service;

namespace SecurityPortal.Tests.Walks;

/// <summary>What is handed to the service in the place of a page in a circuit. Every operation takes of it what it needs.</summary>
internal sealed record Call(SecurityInfoService Service, Owner Owner)
{
    public MethodId Method { get; init; }

    public SentCode? Code { get; init; }

    public string Typed { get; init; } = "";

    public Purpose Purpose { get; init; }

    public SessionId Session { get; init; }

    public required Contact Own { get; init; }

    public string Password { get; init; } = "not-the-password";

    public bool Knowingly { get; init; }

    public ChallengeId Challenge => Code?.Challenge ?? default;
}

/// <summary>Everything that an owner can ask of the service, by its name.</summary>
internal static class Calls
{
    public const string NewPassword = "Brand-New-Horse-5";

    private const string NoCase = "ZZZZ2222";

    public static readonly IReadOnlyDictionary<string, Func<Call, CancellationToken, Task<Refusal?>>> All = new Dictionary<string, Func<Call, CancellationToken, Task<Refusal?>>>
    {
        [nameof(SecurityInfoService.OverviewAsync)] = async (call, cancel) => await call.Service.OverviewAsync(call.Owner, cancel) is null ? new Refusal.SignedOut() : null,
        [nameof(SecurityInfoService.IsAliveAsync)] = async (call, cancel) => await call.Service.IsAliveAsync(call.Owner, cancel) ? null : new Refusal.SignedOut(),
        [nameof(SecurityInfoService.OutcomeAsync)] = async (call, cancel) => await call.Service.OutcomeAsync(call.Owner, default, cancel) is null ? new Refusal.NothingPending() : null,
        [nameof(SecurityInfoService.PreviewMessageAsync)] = async (call, cancel) => await call.Service.PreviewMessageAsync(call.Owner, call.Method, "ar", cancel) is null ? new Refusal.NoSuchMethod() : null,
        [nameof(SecurityInfoService.CodeWayAsync)] = async (call, cancel) => await call.Service.CodeWayAsync(call.Owner, call.Challenge, cancel) is null ? new Refusal.NoCodeAsked() : null,
        [nameof(SecurityInfoService.FullMethodsAsync)] = async (call, cancel) => await call.Service.FullMethodsAsync(call.Owner, cancel) is null ? new Refusal.SignedOut() : null,
        [nameof(SecurityInfoService.LimitsAsync)] = async (call, cancel) => await call.Service.LimitsAsync(call.Owner, cancel) is null ? await UnseenAsync(call, cancel) : null,
        [nameof(SecurityInfoService.FindAccountsAsync)] = async (call, cancel) => (await call.Service.FindAccountsAsync(call.Owner, "rachel", cancel)).Refusal,
        [nameof(SecurityInfoService.FindByPartAsync)] = async (call, cancel) => (await call.Service.FindByPartAsync(call.Owner, "rachel", cancel)).Refusal,
        [nameof(SecurityInfoService.SignInsForStaffAsync)] = async (call, cancel) => (await call.Service.SignInsForStaffAsync(call.Owner, SignInFilter.All, null, cancel)).Refusal,
        [nameof(SecurityInfoService.CountSignInsAsync)] = async (call, cancel) => (await call.Service.CountSignInsAsync(call.Owner, SignInFilter.All, cancel)).Refusal,
        [nameof(SecurityInfoService.SignInForStaffAsync)] = async (call, cancel) => (await call.Service.SignInForStaffAsync(call.Owner, 1, cancel)).Refusal,
        [nameof(SecurityInfoService.ExportSignInsAsync)] = async (call, cancel) => (await call.Service.ExportSignInsAsync(call.Owner, SignInFilter.All, cancel)).Refusal,
        [nameof(SecurityInfoService.SavedFiltersAsync)] = async (call, cancel) => (await call.Service.SavedFiltersAsync(call.Owner, cancel)).Refusal,
        [nameof(SecurityInfoService.SaveFilterAsync)] = (call, cancel) => call.Service.SaveFilterAsync(call.Owner, "mine", new() { Days = 7 }, cancel),
        [nameof(SecurityInfoService.ForgetFilterAsync)] = (call, cancel) => call.Service.ForgetFilterAsync(call.Owner, 1, cancel),
        [nameof(SecurityInfoService.AccountForStaffAsync)] = async (call, cancel) => (await call.Service.AccountForStaffAsync(call.Owner, call.Owner.Account, cancel)).Refusal,
        [nameof(SecurityInfoService.WhyNotActAsync)] = (call, cancel) => call.Service.WhyNotActAsync(call.Owner, StaffAct.ReadCases, cancel),
        [nameof(SecurityInfoService.ProveAsStaffAsync)] = (call, cancel) => call.Service.ProveAsStaffAsync(call.Owner, Purpose.ActAsStaff, call.Challenge, call.Typed, cancel),
        [nameof(SecurityInfoService.ProveAsStaffByPasskeyAsync)] = (call, cancel) => call.Service.ProveAsStaffByPasskeyAsync(call.Owner, Purpose.ActAsStaff, call.Typed, call.Typed, cancel),
        [nameof(SecurityInfoService.PreviewClearAsync)] = async (call, cancel) => (await call.Service.PreviewClearAsync(call.Owner, call.Owner.Account, Order(call), cancel)).Refusal,
        [nameof(SecurityInfoService.ClearAsync)] = async (call, cancel) => (await call.Service.ClearAsync(call.Owner, call.Owner.Account, Order(call), null, cancel)).Refusal,
        [nameof(SecurityInfoService.AskToClearAsync)] = async (call, cancel) => (await call.Service.AskToClearAsync(call.Owner, call.Owner.Account, Order(call), null, cancel)).Refusal,
        [nameof(SecurityInfoService.ClearApprovedAsync)] = async (call, cancel) => (await call.Service.ClearApprovedAsync(call.Owner, "AB12CD34", cancel)).Refusal,
        [nameof(SecurityInfoService.AskForRoleAsync)] = async (call, cancel) => (await call.Service.AskForRoleAsync(call.Owner, call.Owner.Account, Role.Administrator, gives: true, "mine", cancel)).Refusal,
        [nameof(SecurityInfoService.DecideApprovalAsync)] = (call, cancel) => call.Service.DecideApprovalAsync(call.Owner, "AB12CD34", agrees: true, "", cancel),
        [nameof(SecurityInfoService.WithdrawApprovalAsync)] = (call, cancel) => call.Service.WithdrawApprovalAsync(call.Owner, "AB12CD34", cancel),
        [nameof(SecurityInfoService.ApprovalsAsync)] = async (call, cancel) => (await call.Service.ApprovalsAsync(call.Owner, cancel)).Refusal,
        [nameof(SecurityInfoService.ApprovalAsync)] = async (call, cancel) => (await call.Service.ApprovalAsync(call.Owner, "AB12CD34", cancel)).Refusal,
        [nameof(SecurityInfoService.DisputeStaffAsync)] = (call, cancel) => call.Service.DisputeStaffAsync(call.Owner, new(false, 1), cancel),
        [nameof(SecurityInfoService.TakePassAsync)] = (call, cancel) => call.Service.TakePassAsync(call.Owner, "ABCD-EFGH-JKLM-NPQR", cancel),
        [nameof(SecurityInfoService.MendClearAsync)] = (call, cancel) => call.Service.MendClearAsync(call.Owner, call.Challenge, call.Typed, cancel),
        [nameof(SecurityInfoService.MendClearByPasskeyAsync)] = (call, cancel) => call.Service.MendClearByPasskeyAsync(call.Owner, call.Method, call.Typed, call.Typed, cancel),
        [nameof(SecurityInfoService.CasesAsync)] = async (call, cancel) => (await call.Service.CasesAsync(call.Owner, new(), null, cancel)).Refusal,
        [nameof(SecurityInfoService.OpenCasesAsync)] = async (call, cancel) => (await call.Service.OpenCasesAsync(call.Owner, cancel)).Refusal,
        [nameof(SecurityInfoService.CaseAsync)] = async (call, cancel) => (await call.Service.CaseAsync(call.Owner, NoCase, cancel)).Refusal,
        [nameof(SecurityInfoService.TakeCaseAsync)] = (call, cancel) => call.Service.TakeCaseAsync(call.Owner, NoCase, null, cancel),
        [nameof(SecurityInfoService.NoteOnCaseAsync)] = (call, cancel) => call.Service.NoteOnCaseAsync(call.Owner, NoCase, "words", cancel),
        [nameof(SecurityInfoService.CloseCaseAsync)] = (call, cancel) => call.Service.CloseCaseAsync(call.Owner, NoCase, "words", cancel),
        [nameof(SecurityInfoService.TakeUpRecoveryAsync)] = (call, cancel) => call.Service.TakeUpRecoveryAsync(call.Owner, NoCase, cancel),
        [nameof(SecurityInfoService.AskForMoreAsync)] = (call, cancel) => call.Service.AskForMoreAsync(call.Owner, NoCase, "words", cancel),
        [nameof(SecurityInfoService.DeclineRecoveryAsync)] = (call, cancel) => call.Service.DeclineRecoveryAsync(call.Owner, NoCase, "words", cancel),
        [nameof(SecurityInfoService.ApproveRecoveryAsync)] = (call, cancel) => call.Service.ApproveRecoveryAsync(call.Owner, NoCase, "words", cancel),
        [nameof(SecurityInfoService.ScriptAsync)] = async (call, cancel) => (await call.Service.ScriptAsync(call.Owner, CallKind.NoCode, cancel)).Refusal,
        [nameof(SecurityInfoService.StaffWarningsAsync)] = async (call, cancel) => (await call.Service.StaffWarningsAsync(call.Owner, cancel)).Refusal,
        [nameof(SecurityInfoService.AdministrationAsync)] = async (call, cancel) => (await call.Service.AdministrationAsync(call.Owner, cancel)).Refusal,
        [nameof(SecurityInfoService.StaffPeopleAsync)] = async (call, cancel) => (await call.Service.StaffPeopleAsync(call.Owner, cancel)).Refusal,
        [nameof(SecurityInfoService.ImportsAsync)] = async (call, cancel) => (await call.Service.ImportsAsync(call.Owner, cancel)).Refusal,
        [nameof(SecurityInfoService.PolicyAsync)] = async (call, cancel) => (await call.Service.PolicyAsync(call.Owner, cancel)).Refusal,
        [nameof(SecurityInfoService.AuditForStaffAsync)] = async (call, cancel) => (await call.Service.AuditForStaffAsync(call.Owner, AuditQuery.All, null, cancel)).Refusal,
        [nameof(SecurityInfoService.ExportAuditAsync)] = async (call, cancel) => (await call.Service.ExportAuditAsync(call.Owner, cancel)).Refusal,
        [nameof(SecurityInfoService.BlockAsync)] = (call, cancel) => call.Service.BlockAsync(call.Owner, call.Owner.Account, new(new(BlockScope.Account), BlockReason.ReportedLost, null, "lost"), cancel),
        [nameof(SecurityInfoService.LiftBlockAsync)] = (call, cancel) => call.Service.LiftBlockAsync(call.Owner, call.Owner.Account, new(BlockScope.Account), "found", cancel),
        [nameof(SecurityInfoService.EnableMethodAsync)] = (call, cancel) => call.Service.EnableMethodAsync(call.Owner, call.Owner.Account, call.Method, "seen", cancel),
        [nameof(SecurityInfoService.PortalBlocksAsync)] = async (call, cancel) => (await call.Service.PortalBlocksAsync(call.Owner, cancel)).Refusal,
        [nameof(SecurityInfoService.BlockDestinationAsync)] = (call, cancel) => call.Service.BlockDestinationAsync(call.Owner, call.Own, BlockReason.TermsOfService, null, "spam", cancel),
        [nameof(SecurityInfoService.LiftDestinationAsync)] = (call, cancel) => call.Service.LiftDestinationAsync(call.Owner, call.Own, "over", cancel),
        [nameof(SecurityInfoService.BlockSourceAsync)] = (call, cancel) => call.Service.BlockSourceAsync(call.Owner, "203.0.113.7", BlockReason.UnusualActivity, null, "tries", cancel),
        [nameof(SecurityInfoService.LiftSourceAsync)] = (call, cancel) => call.Service.LiftSourceAsync(call.Owner, "203.0.113.7", "over", cancel),
        [nameof(SecurityInfoService.LiftPortalBlockAsync)] = (call, cancel) => call.Service.LiftPortalBlockAsync(call.Owner, "none", "over", cancel),
        [nameof(SecurityInfoService.RegionsAsync)] = async (call, cancel) => (await call.Service.RegionsAsync(call.Owner, cancel)).Refusal,
        [nameof(SecurityInfoService.SetRegionAsync)] = (call, cancel) => call.Service.SetRegionAsync(call.Owner, RegionKind.Country, "FR", DateTimeOffset.MaxValue, false, null, "attack", cancel),
        [nameof(SecurityInfoService.LiftRegionAsync)] = (call, cancel) => call.Service.LiftRegionAsync(call.Owner, RegionKind.Country, "FR", "over", cancel),
        [nameof(SecurityInfoService.ChannelsAsync)] = async (call, cancel) => (await call.Service.ChannelsAsync(call.Owner, cancel)).Refusal,
        [nameof(SecurityInfoService.SetChannelStatusAsync)] = (call, cancel) => call.Service.SetChannelStatusAsync(call.Owner, Channel.Sms, "FR", ChannelStatus.Limited, null, null, "late", cancel),
        [nameof(SecurityInfoService.LossesAsync)] = async (call, cancel) => await call.Service.LossesAsync(call.Owner, cancel) is null ? await UnseenAsync(call, cancel) : null,
        [nameof(SecurityInfoService.AskForCodeAsync)] = (call, cancel) => call.Service.AskForCodeAsync(call.Owner, call.Purpose, call.Method, cancel),
        [nameof(SecurityInfoService.AskForCodeByContactAsync)] = (call, cancel) => call.Service.AskForCodeByContactAsync(call.Owner, call.Method, call.Own.Value, cancel),
        [nameof(SecurityInfoService.CallWithCodeAsync)] = (call, cancel) => call.Service.CallWithCodeAsync(call.Owner, call.Purpose, call.Method, cancel),
        [nameof(SecurityInfoService.SendAgainAsync)] = (call, cancel) => call.Service.SendAgainAsync(call.Owner, call.Challenge, cancel),
        [nameof(SecurityInfoService.ProveAsync)] = (call, cancel) => call.Service.ProveAsync(call.Owner, call.Challenge, call.Typed, cancel),
        [nameof(SecurityInfoService.CompleteSignInAsync)] = async (call, cancel) => (await call.Service.CompleteSignInAsync(call.Owner, call.Challenge, call.Typed, cancel)).Refusal,
        [nameof(SecurityInfoService.CompleteSignInAndRememberAsync)] = async (call, cancel) => (await call.Service.CompleteSignInAndRememberAsync(call.Owner, call.Challenge, call.Typed, cancel)).Refusal,
        [nameof(SecurityInfoService.AddMethodAsync)] = (call, cancel) => call.Service.AddMethodAsync(call.Owner, call.Own, cancel),
        [nameof(SecurityInfoService.AddAppAsync)] = (call, cancel) => call.Service.AddAppAsync(call.Owner, cancel),
        [nameof(SecurityInfoService.AppKeyAsync)] = async (call, cancel) => await call.Service.AppKeyAsync(call.Owner, cancel) is null ? new Refusal.NoSuchMethod() : null,
        [nameof(SecurityInfoService.AskToMakePasskeyAsync)] = async (call, cancel) => (await call.Service.AskToMakePasskeyAsync(call.Owner, cancel)).Refusal,
        [nameof(SecurityInfoService.AddPasskeyAsync)] = (call, cancel) => call.Service.AddPasskeyAsync(call.Owner, call.Typed, call.Typed, "mine", cancel),
        [nameof(SecurityInfoService.AskForPasskeyAsync)] = async (call, cancel) => await call.Service.AskForPasskeyAsync(call.Owner, call.Purpose, cancel) is null ? new Refusal.NoSuchMethod() : null,
        [nameof(SecurityInfoService.ProveByPasskeyAsync)] = (call, cancel) => call.Service.ProveByPasskeyAsync(call.Owner, call.Typed, call.Typed, cancel),
        [nameof(SecurityInfoService.UndoRestrictionByPasskeyAsync)] = (call, cancel) => call.Service.UndoRestrictionByPasskeyAsync(call.Owner, call.Typed, call.Typed, call.Knowingly, cancel),
        [nameof(SecurityInfoService.BringBackByPasskeyAsync)] = (call, cancel) => call.Service.BringBackByPasskeyAsync(call.Owner, call.Method, call.Typed, call.Typed, cancel),
        [nameof(SecurityInfoService.CompleteSignInByPasskeyAsync)] = async (call, cancel) => (await call.Service.CompleteSignInByPasskeyAsync(call.Owner, call.Typed, call.Typed, cancel)).Refusal,
        [nameof(SecurityInfoService.CancelAndSignInAsync)] = async (call, cancel) => (await call.Service.CancelAndSignInAsync(call.Owner, cancel)).Refusal,
        [nameof(SecurityInfoService.MakeRecoveryCodesAsync)] = async (call, cancel) => (await call.Service.MakeRecoveryCodesAsync(call.Owner, cancel)).Refusal,
        [nameof(SecurityInfoService.SaveRecoveryCodesAsync)] = (call, cancel) => call.Service.SaveRecoveryCodesAsync(call.Owner, call.Method, cancel),
        [nameof(SecurityInfoService.ProveByRecoveryCodeAsync)] = (call, cancel) => call.Service.ProveByRecoveryCodeAsync(call.Owner, "0000-0000-0000-0000", cancel),
        [nameof(SecurityInfoService.CompleteSignInByRecoveryCodeAsync)] = async (call, cancel) => (await call.Service.CompleteSignInByRecoveryCodeAsync(call.Owner, "0000-0000-0000-0000", cancel)).Refusal,
        [nameof(SecurityInfoService.SetPasswordAsync)] = (call, cancel) => call.Service.SetPasswordAsync(call.Owner, NewPassword, cancel),
        [nameof(SecurityInfoService.GoPasswordlessAsync)] = (call, cancel) => call.Service.GoPasswordlessAsync(call.Owner, call.Knowingly, cancel),
        [nameof(SecurityInfoService.AddSuggestedAsync)] = (call, cancel) => call.Service.AddSuggestedAsync(call.Owner, call.Own, cancel),
        [nameof(SecurityInfoService.ConfirmMethodAsync)] = (call, cancel) => call.Service.ConfirmMethodAsync(call.Owner, call.Challenge, call.Typed, cancel),
        [nameof(SecurityInfoService.DiscardUnconfirmedAsync)] = (call, cancel) => call.Service.DiscardUnconfirmedAsync(call.Owner, call.Method, cancel),
        [nameof(SecurityInfoService.FinishRegistrationAsync)] = (call, cancel) => call.Service.FinishRegistrationAsync(call.Owner, cancel),
        [nameof(SecurityInfoService.RemoveMethodAsync)] = (call, cancel) => call.Service.RemoveMethodAsync(call.Owner, call.Method, call.Knowingly, cancel),
        [nameof(SecurityInfoService.SuspendMethodAsync)] = (call, cancel) => call.Service.SuspendMethodAsync(call.Owner, call.Method, call.Knowingly, cancel),
        [nameof(SecurityInfoService.ReportLostAsync)] = async (call, cancel) => (await call.Service.ReportLostAsync(call.Owner, [call.Method], call.Knowingly, cancel)).Refusal,
        [nameof(SecurityInfoService.MakeCallerNumberAsync)] = async (call, cancel) => (await call.Service.MakeCallerNumberAsync(call.Owner, cancel)).Refusal,
        [nameof(SecurityInfoService.BringBackMethodAsync)] = (call, cancel) => call.Service.BringBackMethodAsync(call.Owner, call.Method, cancel),
        [nameof(SecurityInfoService.BringBackByCodeAsync)] = (call, cancel) => call.Service.BringBackByCodeAsync(call.Owner, call.Challenge, call.Typed, cancel),
        [nameof(SecurityInfoService.RenameMethodAsync)] = (call, cancel) => call.Service.RenameMethodAsync(call.Owner, call.Method, "mine", cancel),
        [nameof(SecurityInfoService.SetMethodLanguageAsync)] = (call, cancel) => call.Service.SetMethodLanguageAsync(call.Owner, call.Method, "de", cancel),
        [nameof(SecurityInfoService.MakeDefaultAsync)] = (call, cancel) => call.Service.MakeDefaultAsync(call.Owner, call.Method, cancel),
        [nameof(SecurityInfoService.AdviseAsync)] = async (call, cancel) => await call.Service.AdviseAsync(call.Owner, call.Own, "", cancel) is null ? new Refusal.SignedOut() : null,
        [nameof(SecurityInfoService.SendTestAsync)] = (call, cancel) => call.Service.SendTestAsync(call.Owner, call.Method, cancel),
        [nameof(SecurityInfoService.TestWayAsync)] = async (call, cancel) => await call.Service.TestWayAsync(call.Owner, call.Method, cancel) is null ? new Refusal.NoSuchMethod() : null,
        [nameof(SecurityInfoService.EnterNewInfoAsync)] = (call, cancel) => call.Service.EnterNewInfoAsync(call.Owner, call.Own, cancel),
        [nameof(SecurityInfoService.ConfirmNewInfoAsync)] = (call, cancel) => call.Service.ConfirmNewInfoAsync(call.Owner, call.Challenge, call.Typed, cancel),
        [nameof(SecurityInfoService.DropNewInfoAsync)] = (call, cancel) => call.Service.DropNewInfoAsync(call.Owner, call.Method, cancel),
        [nameof(SecurityInfoService.DiscardDraftAsync)] = (call, cancel) => call.Service.DiscardDraftAsync(call.Owner, cancel),
        [nameof(SecurityInfoService.StartReplacementAsync)] = (call, cancel) => call.Service.StartReplacementAsync(call.Owner, cancel),
        [nameof(SecurityInfoService.OpenCorrectionAsync)] = (call, cancel) => call.Service.OpenCorrectionAsync(call.Owner, call.Challenge, call.Typed, cancel),
        [nameof(SecurityInfoService.CancelReplacementAsync)] = (call, cancel) => call.Service.CancelReplacementAsync(call.Owner, cancel),
        [nameof(SecurityInfoService.SayWhoStartedAsync)] = (call, cancel) => call.Service.SayWhoStartedAsync(call.Owner, call.Knowingly, cancel),
        [nameof(SecurityInfoService.EndSessionAsync)] = (call, cancel) => call.Service.EndSessionAsync(call.Owner, call.Session, cancel),
        [nameof(SecurityInfoService.EndOtherSessionsAsync)] = (call, cancel) => call.Service.EndOtherSessionsAsync(call.Owner, cancel),
        [nameof(SecurityInfoService.EndAllSessionsAsync)] = (call, cancel) => call.Service.EndAllSessionsAsync(call.Owner, cancel),
        [nameof(SecurityInfoService.ForgetBrowserAsync)] = (call, cancel) => call.Service.ForgetBrowserAsync(call.Owner, default, cancel),
        [nameof(SecurityInfoService.ForgetAllBrowsersAsync)] = (call, cancel) => call.Service.ForgetAllBrowsersAsync(call.Owner, cancel),
        [nameof(SecurityInfoService.SkipReminderAsync)] = (call, cancel) => call.Service.SkipReminderAsync(call.Owner, cancel),
        [nameof(SecurityInfoService.ActivityAsync)] = async (call, cancel) => await call.Service.ActivityAsync(call.Owner, null, cancel) is null ? new Refusal.NotFullySignedIn() : null,
        [nameof(SecurityInfoService.UnusualActivityAsync)] = async (call, cancel) => await call.Service.UnusualActivityAsync(call.Owner, TimeZoneInfo.Utc, cancel) is null ? new Refusal.NotFullySignedIn() : null,
        [nameof(SecurityInfoService.DisputeAsync)] = async (call, cancel) => await call.Service.DisputeAsync(call.Owner, new(true, 1), cancel) is null ? new Refusal.NoSuchActivity() : null,
        [nameof(SecurityInfoService.AnswerActivityAsync)] = async (call, cancel) => await call.Service.AnswerActivityAsync(call.Owner, await LatestAsync(call, cancel), OwnersAnswer.WasNotMe, cancel),
        [nameof(SecurityInfoService.SecureAccountAsync)] = (call, cancel) => call.Service.SecureAccountAsync(call.Owner, cancel),
        [nameof(SecurityInfoService.ConfirmPasswordAsync)] = (call, cancel) => call.Service.ConfirmPasswordAsync(call.Owner, call.Password, cancel),
        [nameof(SecurityInfoService.ChangeDistrustedPasswordAsync)] = (call, cancel) => call.Service.ChangeDistrustedPasswordAsync(call.Owner, NewPassword, cancel),
        [nameof(SecurityInfoService.UndoRestrictionAsync)] = (call, cancel) => call.Service.UndoRestrictionAsync(call.Owner, call.Challenge, call.Typed, call.Knowingly, cancel),
        [nameof(SecurityInfoService.TellWhenBlockEndsAsync)] = (call, cancel) => call.Service.TellWhenBlockEndsAsync(call.Owner, call.Method, call.Method, cancel),
        [nameof(SecurityInfoService.TouchAsync)] = (call, cancel) => call.Service.TouchAsync(call.Owner, cancel),
        [nameof(SecurityInfoService.SignOutAsync)] = (call, cancel) => call.Service.SignOutAsync(call.Owner, cancel),
    };

    private static ClearOrder Order(Call call) => new(CallerCheck.InPerson, "badge", "lost", "T-1") { Methods = [call.Method] };

    /// <summary>What only a full session sees, and why this one does not.</summary>
    private static async Task<Refusal> UnseenAsync(Call call, CancellationToken cancel) =>
        await call.Service.IsAliveAsync(call.Owner, cancel) ? new Refusal.NotFullySignedIn() : new Refusal.SignedOut();

    /// <summary>Of what the caller sees in the log; else a row that is perhaps somebody's.</summary>
    private static async Task<ImmutableArray<ActivityRef>> LatestAsync(Call call, CancellationToken cancel) =>
        [(await call.Service.ActivityAsync(call.Owner, null, cancel))?.Rows.First(row => row.IsAnswerable).Ref ?? new(true, 1)];

    /// <summary>What is proved by the code that an operation takes; null when it takes none.</summary>
    public static Purpose? CodeOf(string name) => name switch
    {
        nameof(SecurityInfoService.CompleteSignInAsync) or nameof(SecurityInfoService.CompleteSignInAndRememberAsync) => Purpose.SignIn,
        nameof(SecurityInfoService.ProveAsync) => Purpose.ChangeSecurityInfo,
        nameof(SecurityInfoService.ConfirmMethodAsync) => Purpose.ConfirmMethod,
        nameof(SecurityInfoService.ConfirmNewInfoAsync) => Purpose.ConfirmNewInfo,
        nameof(SecurityInfoService.OpenCorrectionAsync) => Purpose.CorrectReplacement,
        nameof(SecurityInfoService.BringBackByCodeAsync) => Purpose.BringBack,
        nameof(SecurityInfoService.UndoRestrictionAsync) => Purpose.UndoRestriction,
        nameof(SecurityInfoService.MendClearAsync) => Purpose.MendClear,
        _ => null,
    };
}

using System.Collections.Immutable;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Resources;

namespace SecurityPortal.Service;

/// <summary>Makes what a session's pages show out of the account as it is now.</summary>
internal sealed partial class OverviewMaker(
    SecurityProfile profile, Session session, Asker by, IReadOnlyList<Block> outside, ChannelBoard channels, AskersRegions regions, SecurityPolicy policy, DateTimeOffset now)
{
    private readonly bool _isFull = session.FullAt is not null;

    // A remembered browser stood for the second thing, but proved none (R-METH-3).
    private readonly bool _isProved = profile.IsProved(session);

    public SecurityOverview Make(ImmutableArray<TellingView> told) => new()
    {
        Now = now,
        AccountName = profile.Name,
        DisplayName = profile.DisplayName,
        Language = profile.Language,
        Country = profile.Country,
        IsFull = _isFull,
        HasCalls = policy.HasCalls,
        IsIdling = now - session.LastUsedAt >= SecurityProfile.TouchEvery,
        IdlesOutAt = session.LastUsedAt + (profile.IsPrivileged ? policy.Sessions.StaffIdle : policy.Sessions.Idle),
        SessionEndsAt = session.StartedAt + policy.Sessions.Life,
        MustRegister = profile.MustRegister && profile.Duty is not { TakesPass: false },
        IsRegistrationClosed = profile.MustRegister && !profile.OwesRegistration && now >= profile.RegistersUntil(policy),
        OwesRegistration = profile.OwesRegistration,
        HasMetDuty = profile.HasMetDuty,
        NeedsPass = profile.TakesPass(policy, now) && !profile.HasPass(session.Id),
        Cleared = [.. profile.Cleared.Select(Masked)],
        IsRegistering = profile.IsRegistering(session, policy, now),
        NeedsStrongMethod = profile.NeedsStrongMethod(policy),
        MustStrengthen = profile.MustStrengthen(session, policy),
        StrongRequired = profile.IsPrivileged || policy.Methods.StrongRequired,
        MustChangePassword = profile.MustChangePassword(session),
        IsPasswordless = profile.IsPasswordless,
        CanDoWithoutPassword = profile.CanDoWithoutPassword(policy),
        HasFreshPassword = SecurityProfile.HasFreshPassword(session, policy, now),
        MayReplace = profile.MayReplace(session, policy, now),
        ProvedUntil = profile.ChangeProof(session.Id, policy, now)?.AnsweredAt + policy.Codes.ProofLife,
        AsksWhoStarted = _isFull && profile.Unexplained is not null,
        AsksToCancel = !_isFull && profile.ProvedPasskey(session.Id, policy, now) is not null,
        UndoesWith = profile.Methods.FirstOrDefault(method => method.Id == session.UndoesWith) is { } with ? View(with) : null,
        Methods = [.. profile.Methods.Where(method => method.IsConfirmed && (_isFull || method.Id != session.OpenedWith)).OrderByDescending(method => method.Id == profile.DefaultMethod).ThenBy(method => method.AddedAt).Select(View)],
        Unconfirmed = [.. profile.Methods.Where(method => method.VerifiedAt is null && method.AddedIn == session.Id).Select(View)],
        Suggested = profile.MustRegister ? profile.Suggested : [],
        Challenges = [.. profile.Challenges.Where(challenge => challenge.Session == session.Id && challenge.IsOpen(now)).Select(View).OfType<ChallengeView>()],
        Draft = profile.DraftOf(session.Id) is { } draft ? new(draft.Corrects is not null, draft.IsReady, [.. draft.Infos.Select(View)]) : null,
        Pending = profile.Pending is { } pending ? View(pending, told) : null,
        RestrictedUntil = profile.Restriction?.EndsAt,
        FrozenUntil = profile.Freeze?.EndsAt,
        MayRemember = profile.MayRemember(session),
        RememberDays = (int)Math.Ceiling(policy.Sessions.Remembered.TotalDays),
        IsPrivileged = profile.IsPrivileged,
        TakesStrongOnly = profile.TakesStrongOnly,
        IsStaff = profile.WhyNotStaff(by, policy, now) is null,
        MayAdminister = profile.WhyNotPlan(by, StaffAct.ReadAudit, StaffTarget.User, policy, now) is null,
        Reminder = _isFull && profile.AsksReminder(session) ? View(profile.Reminder!) : null,
        HasRecoveryCodes = profile.HasRecoveryCodes && (_isFull || !profile.TakesStrongOnly),
        RecoveryCodes = _isFull && profile.RecoveryCodes is { } kept ? new(kept.MadeAt, kept.Left, kept.LastUsedAt, kept.IsEstablished(now)) : null,
        Browsers = _isFull ? [.. profile.RememberedBrowsers.OrderByDescending(browser => browser.LastUsedAt).Select(View)] : [],
        Sessions = _isFull ? [.. profile.Sessions.OrderByDescending(other => other.LastUsedAt).Select(View)] : [],
        MaxMethods = policy.MaxMethods,
        AccountBlock = BlockView.Of([.. profile.AccountBlocks(by, now), .. outside.Where(block => block.Scope == BlockScope.Source)], MayLengthen),
        ReplacementWouldEnd = now + policy.Replacement.Wait,
        NoReplacementUntil = policy.Replacement.NextStartAt(profile.ReplacementStarts, now),
        Unusual = session.Risk.IsMedium(policy.Risk) ? session.Risk.Signals : [],
    };

    public static string Shown(Contact contact, bool isFull) => (isFull, contact.Kind) switch
    {
        (true, _) when contact.Label.Length > 0 && !contact.IsDestination => contact.Label,
        (_, MethodKind.AuthenticatorApp) => MethodWords.AuthenticatorApp,
        (_, MethodKind.Passkey) => MethodWords.Passkey,
        (false, _) => contact.Masked,
        (true, MethodKind.Phone) => PhoneNumber.Spaced(contact.Value),
        (true, MethodKind.Email) => contact.Value,
        (true, _) => "",
    };

    /// <summary>
    /// What this very session is adding is shown as it was typed, so that a slip is seen; but what it took from what the
    /// organisation has on file nobody typed (R-METH-3).
    /// </summary>
    private bool IsShown(SecurityMethod method) => _isProved || (method.AddedIn == session.Id && !method.IsSuggested);

    private bool IsShown(Challenge challenge) => challenge.Purpose switch
    {
        Purpose.ConfirmMethod => profile.Methods.FirstOrDefault(method => method.Id == challenge.Method) is { } added && IsShown(added),
        Purpose.ConfirmNewInfo => true,
        _ => _isProved,
    };

    /// <summary>What was cleared is shown whole to nobody before it is back: whoever has the pass has not proved it.</summary>
    private MethodView Masked(SecurityMethod cleared) => View(cleared) with { Shown = Shown(cleared.Contact, isFull: false), Place = null, AreaNote = null };

    private MethodView View(SecurityMethod method) => new(
        method.Id,
        method.Kind,
        Shown(method.Contact, IsShown(method)),
        method.Name,
        method.Language,
        method.AddedAt,
        method.EstablishedAt,
        method.LastUsedAt,
        method.SuspendedAt,
        BlockView.Of([.. profile.BlocksOf(method, by, now), .. OutsideOf(method)], MayLengthen),
        method.IsUsable && (policy.HasCalls || method.Kind != MethodKind.Phone || method.TakesTexts),
        method.IsEstablished(now),
        method.Id == profile.DefaultMethod,
        method.IsConfirmed)
    {
        TakesTexts = method.TakesTexts,
        SignsIn = profile.SignsInWith(method.Kind, session.Risk, policy),
        StaysWithoutPassword = profile.IsPasswordless && !SecurityProfile.SignsInAlone([.. profile.Methods.Where(other => other.Id != method.Id && SecurityProfile.SignsIn(other, policy))]),
        LostAt = method.LostAt,
        IsDisabled = profile.IsDisabled(method),
        EndIsToldTo = profile.BlockOf(method, by, now) is { } told ? [.. profile.ToldOf(told)] : [],
        LastDeliveredAt = method.LastArrivedAt,
        LastFailedAt = method.CameBack ? method.LastFailedAt : null,
        LastFailure = method.LastFailure,
        AreaNote = !method.IsDestination ? null : AreaNote.Worse(AreaOf(Message.ChannelOf(method.Contact), method.Contact, IsShown(method)), regions.NoteOf(method.Contact)),
        Place = method.IsDestination && IsShown(method) ? DeliveryArea.PlaceOf(method.Contact) : null,
        Credential = method.Passkey?.Name,
        Shared = method.IsDestination && !method.IsConfirmed && IsShown(method) ? policy.SameSystem.Of(method.Contact, profile.Name) : null,
    };

    private IEnumerable<Block> OutsideOf(SecurityMethod method) =>
        // Where nothing is sent, no destination, source or region holds anything back.
        !method.IsDestination ? [] : [.. outside.Where(block => block.Scope == BlockScope.Source || ThrottleKey.IsOf(block, method.Contact)), .. regions.BlocksOf(method.Contact)];

    private bool MayLengthen(Block block) => profile.MayLengthen(block, by, now);

    private ChallengeView? View(Challenge challenge) => ContactOf(challenge) is { } to
        ? new(
            challenge.Id,
            challenge.Purpose,
            challenge.Method,
            to.Kind,
            Shown(to, IsShown(challenge)),
            challenge.Reference,
            challenge.ExpiresAt,
            SecurityProfile.NextSendAt(challenge, policy),
            policy.Codes.Tries - challenge.Tries,
            challenge.Sends >= policy.Codes.Sends,
            challenge.IsCall,
            MayCall(to) && (!challenge.IsCall || PhoneNumber.TakesTexts(to.Value)))
        : null;

    private Contact? ContactOf(Challenge challenge) =>
        profile.Methods.FirstOrDefault(method => method.Id == challenge.Method)?.Contact
        ?? profile.DraftOf(session.Id)?.Infos.FirstOrDefault(info => info.Id == challenge.Method)?.Contact
        ?? profile.Pending?.Infos.FirstOrDefault(info => info.Id == challenge.Method)?.Contact;

    private PendingView View(Replacement pending, ImmutableArray<TellingView> told) => new(
        pending.Id,
        pending.StartedAt,
        pending.EndsAt,
        [.. policy.Replacement.Notices.After.Select(after => pending.StartedAt + after)],
        [.. pending.Infos.Select(info => View(info, _isProved))],
        told);

    private NewInfoView View(NewInfo info) =>
        View(info, isShown: true) with { Shared = policy.SameSystem.Of(info.Contact, profile.Name) };

    private static NewInfoView View(NewInfo info, bool isShown) =>
        new(info.Id, info.Kind, Shown(info.Contact, isShown), info.ConfirmedAt);

    private SessionView View(Session other) =>
        new(other.Id, other.Browser, other.Source, other.StartedAt, other.LastUsedAt, other.Id == session.Id, other.FullAt is not null)
        {
            Place = other.Place,
            IsRemembered = other.IsRemembered,
        };
}

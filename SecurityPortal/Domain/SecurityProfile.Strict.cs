using SecurityPortal.Domain.Risk;

namespace SecurityPortal.Domain;

// Not every method that there is signs in, and a strong one has to be there, where the policy says so; and for staff always (R-HELP-7).
public sealed partial class SecurityProfile
{
    /// <summary>A passkey or an app is still to be added.</summary>
    public bool NeedsStrongMethod(SecurityPolicy policy) => WhyNotStrong(_methods, policy) is not null;

    /// <summary>
    /// Signed in as it is, this session adds a passkey or an app before anything else: unless that is closed now, or there is
    /// no room before something else goes.
    /// </summary>
    public bool MustStrengthen(Session session, SecurityPolicy policy) =>
        session is { FullAt: not null, UndoesWith: null } && Pending is null && Restriction is null && NeedsStrongMethod(policy) && WhyNoRoom(policy) is null;

    /// <summary>Whether it signs in, as unusual as the sign-in is.</summary>
    public bool SignsInWith(MethodKind kind, RiskScore risk, SecurityPolicy policy) =>
        TakesStrongOnly ? MethodPolicy.IsStrong(kind) : IsReplacedAlone || policy.Methods.SignsIn(kind, risk, policy.Risk);

    /// <summary>
    /// Staff sign in with a passkey or an app only (R-HELP-7), though it be out of use for a while: a stranger could see to
    /// that. Who has never had one comes in as they can, to add one before anything else; but not with what a replacement
    /// brought, which whoever waited long enough with the password may have begun.
    /// </summary>
    public bool TakesStrongOnly =>
        IsPrivileged && (ReplacedAt is not null || _methods.Exists(method => method.IsConfirmed && MethodPolicy.IsStrong(method.Kind)));

    /// <summary>Something that there is signs in, as long as nothing about the sign-in is unusual.</summary>
    public bool CanSignIn(SecurityPolicy policy)
    {
        SecurityMethod[] signing = [.. SigningIn(policy)];
        return IsPasswordless ? SignsInAlone(signing) : signing.Length > 0;
    }

    /// <summary>What signs in as long as nothing about the sign-in is unusual.</summary>
    private IEnumerable<SecurityMethod> SigningIn(SecurityPolicy policy) => TakesStrongOnly
        ? _methods.Where(method => SignsIn(method, policy) && MethodPolicy.IsStrong(method.Kind))
        : _methods.Where(method => IsReplacedAlone ? Serves(method) : SignsIn(method, policy));

    /// <summary>It can be relied on, and signs in as long as nothing about the sign-in is unusual.</summary>
    internal static bool SignsIn(SecurityMethod method, SecurityPolicy policy) =>
        Serves(method)
        && policy.Methods.SignsIn(method.Kind, RiskScore.None, policy.Risk)
        && (policy.HasCalls || method.Kind != MethodKind.Phone || method.TakesTexts);

    /// <summary>
    /// What a replacement brought is all there is, and signs in until there is something stronger: nothing else would, and
    /// whoever waited for it is not to wait in vain.
    /// </summary>
    private bool IsReplacedAlone => ReplacedAt is not null && !_methods.Exists(method => Serves(method) && MethodPolicy.IsStrong(method.Kind));

    private Refusal? WhyNotForSignIn(Session session, Purpose purpose, MethodKind kind, SecurityPolicy policy) =>
        purpose != Purpose.SignIn || SignsInWith(kind, session.Risk, policy) ? null
            : TakesStrongOnly ? new Refusal.NotForStaff() : new Refusal.NotForSignIn(kind);

    /// <summary>Who has none yet, or none that works, may go on as they are.</summary>
    private Refusal.StrongMethodNeeded? WhyNotLeaveWeak(SecurityMethod[] leaving, SecurityMethod[] staying, SecurityPolicy policy) =>
        WhyNotStrong(leaving, policy) is null ? WhyNotStrong(staying, policy) : null;

    private Refusal.StrongMethodNeeded? WhyNotStrong(IEnumerable<SecurityMethod> methods, SecurityPolicy policy) =>
        (IsPrivileged || policy.Methods.StrongRequired) && !methods.Any(method => Serves(method) && MethodPolicy.IsStrong(method.Kind)) ? new() : null;
}

using SecurityPortal.Domain.Staff;

namespace SecurityPortal.Domain;

// What an account's roles let one of its sessions do (R-HELP-4, R-HELP-7).
public sealed partial class SecurityProfile
{
    /// <summary>So long a proof for acting as staff serves its session.</summary>
    public static readonly TimeSpan StaffProofLife = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Whether this session counts as one of staff now. Not while somebody else may have come in with it: while the info is
    /// being replaced or was all changed at once, before a distrusted password was changed, and while it registers.
    /// </summary>
    public Refusal? WhyNotStaff(Asker by, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNotFull(by) is { } refusal)
            return refusal;

        var session = Find(by.Session)!;
        return Roles.IsEmpty || session.IsRegistering || OwesRegistration || MustChangePassword(session) || Pending is not null || Restriction is not null || NeedsStrongMethod(policy)
            ? new Refusal.NotStaff()
            : null;
    }

    /// <summary>Whether this session may do that now, as far as its account's roles and its proofs go.</summary>
    /// <param name="withAnother">Another person has agreed to it, or is about to be asked.</param>
    public Refusal? WhyNotAct(Asker by, StaffAct act, StaffTarget target, SecurityPolicy policy, DateTimeOffset now, bool withAnother = false) =>
        WhyNotStaff(by, policy, now) ?? WhyNoRight(act, target, withAnother) ?? WhyNoStaffProof(by, act, now);

    /// <summary>The same without the proof, for what is only looked at before it is done.</summary>
    public Refusal? WhyNotPlan(Asker by, StaffAct act, StaffTarget target, SecurityPolicy policy, DateTimeOffset now) =>
        WhyNotStaff(by, policy, now) ?? WhyNoRight(act, target, withAnother: true);

    /// <summary>It was done: a proof of its own serves nothing else.</summary>
    public void HaveActed(Asker by, StaffAct act, DateTimeOffset now)
    {
        if (StaffRights.Of(act).Proof == StaffProof.Own && StaffProofOf(by, act, now) is { } proof)
            Use(proof, now);
    }

    /// <summary>The role in which it is done: the one that reaches furthest.</summary>
    public Role RoleFor(StaffAct act) => Roles.Where(StaffRights.Of(act).Reaches.ContainsKey).MaxBy(role => StaffRights.Of(act).Reaches[role]);

    /// <summary>
    /// What one account confirmed and the other too is read by one person: what takes two people, or another one, does not take
    /// these two (R-FORM-3). What was taken out lately counts, or whoever holds both would take it out just before.
    /// </summary>
    public bool MayBeSamePersonAs(SecurityProfile other) =>
        Id == other.Id || Methods.Any(method => method.VerifiedAt is not null && other.Methods.Any(theirs => theirs.VerifiedAt is not null && ThrottleKey.Canonical(theirs.Contact) == ThrottleKey.Canonical(method.Contact)));

    private Refusal? WhyNoRight(StaffAct act, StaffTarget target, bool withAnother) => StaffRights.Of(act).Leave(Roles, target) switch
    {
        StaffLeave.Alone => null,
        StaffLeave.WithAnother => withAnother ? null : new Refusal.TwoNeeded(),
        StaffLeave.NotOnSelf => new Refusal.NotOnYourself(),
        StaffLeave.No => new Refusal.NoRight(),
    };

    private Refusal? WhyNoStaffProof(Asker by, StaffAct act, DateTimeOffset now) =>
        StaffRights.Of(act).Proof == StaffProof.None || StaffProofOf(by, act, now) is not null ? null : new Refusal.ProofNeeded();

    private Challenge? StaffProofOf(Asker by, StaffAct act, DateTimeOffset now) => Challenges.LastOrDefault(proof =>
        proof.Session == by.Session && proof.IsProof && proof.Purpose == StaffRights.PurposeOf(act) && now < proof.AnsweredAt + StaffProofLife);

    private static bool IsOfStaff(Purpose purpose) => purpose is Purpose.ActAsStaff or Purpose.Clear or Purpose.Approve or Purpose.GrantRole;
}

using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Walks;

internal sealed partial class Judge
{
    private IEnumerable<string> Methods() => [
        .. After.Methods.Where(method => Was(method) is null).Select(WhyAdded).OfType<string>(),
        .. After.Methods.Where(method => Was(method) is not null).Select(method => WhyOther(Was(method)!, method)).OfType<string>(),
        .. Before.Methods.Where(method => After.Methods.All(left => left.Id != method.Id)).Select(WhyGone).OfType<string>(),
        .. Default(),
    ];

    private SecurityMethod? Was(SecurityMethod method) => Before.Methods.FirstOrDefault(was => was.Id == method.Id);

    private string? WhyAdded(SecurityMethod added)
    {
        var isNewInfo = WasDue && Before.Pending!.Infos.Any(info => info.Id == added.Id);
        var isBeingAdded = added.VerifiedAt is null && change.Deeds.Any(deed => deed.As?.Session == added.AddedIn && MayAdd(deed));
        return isNewInfo || isBeingAdded ? null : $"a method came out of nothing: {added.Value}";
    }

    private bool MayAdd(Deed deed) => IsOurs(deed) && (MayRegister(deed.As!.Session) || ledger.MayChange(deed.As.Session, Now));

    private bool MayRegister(SessionId session) =>
        Before.Find(session) is { } known
        && (known.IsRegistering || (known is { FullAt: null, UndoesWith: null } && !Before.Methods.Any(method => method.IsConfirmed) && Before.Pending is null));

    private string? WhyOther(SecurityMethod was, SecurityMethod method) => (was, method) switch
    {
        _ when was.Value != method.Value || was.Kind != method.Kind => "a method's destination was exchanged",
        ({ VerifiedAt: null }, { VerifiedAt: not null }) => WhyConfirmed(method),
        ({ LostAt: null }, { LostAt: not null }) => IsReportedLost(method) ? null : "a method was reported lost by nobody who may",
        ({ LostAt: not null }, { LostAt: null }) => Undone() || AnyMayChange() ? null : $"a lost method came back without another's proof: {method.Value}",
        ({ SuspendedAt: not null }, { SuspendedAt: null }) or ({ KeptAsideAt: not null }, { KeptAsideAt: null }) => WhyBack(method),
        ({ SuspendedAt: null }, { SuspendedAt: not null }) or ({ KeptAsideAt: null }, { KeptAsideAt: not null }) => WhyChanged(),
        _ when was.Name != method.Name || was.Language != method.Language => WhyChanged(),
        _ => null,
    };

    private string? WhyConfirmed(SecurityMethod method)
    {
        var session = method.AddedIn ?? default;
        if (!ledger.Has(change.Step, session, Purpose.ConfirmMethod, method.Id) || !(MayRegister(session) || ledger.MayChange(session, Now)))
            return $"a method was confirmed without its code, or without a proof: {method.Value}";

        ledger.Reached("added");
        return null;
    }

    private string? WhyBack(SecurityMethod method) =>
        Undone() || AnyMayChange() || change.Deeds.Any(deed => IsFull(deed) && ledger.Has(change.Step, deed.As!.Session, Purpose.BringBack, method.Id))
            ? null
            : $"a method came back without a proof: {method.Value}";

    /// <summary>To report a loss takes a full session, and no proof (R-METH-10).</summary>
    private bool IsReportedLost(SecurityMethod method) => method.LostAt is not null && change.Deeds.Any(IsFull);

    private string? WhyChanged()
    {
        if (!AnyMayChange())
            return "a method was changed without a proof";

        ledger.Reached("changed");
        return null;
    }

    private string? WhyGone(SecurityMethod gone)
    {
        var isByTime = WasDue || (gone.KeptAsideAt is not null && Now >= Before.Restriction?.EndsAt);
        if (gone.VerifiedAt is null || isByTime || Undone())
            return null;

        return WhyChanged() is null ? null : $"a method was removed without a proof: {gone.Value}";
    }

    private IEnumerable<string> Default()
    {
        if (Before.DefaultMethod != After.DefaultMethod && !WasDue && !AnyMayChange())
            yield return "another method became the default without a proof";
    }
}

namespace SecurityPortal.Domain;

/// <summary>One of the limits that a code meets: what it is counted under, and how many go through.</summary>
/// <param name="Scope">Whom the limit holds up; <see cref="BlockScope.Region"/> stands for the whole portal.</param>
public sealed record CodeLimit(string Key, BlockScope Scope, int Most, TimeSpan Within);

/// <summary>A code as its limits see it.</summary>
/// <param name="CountedAs">As <see cref="Challenge.ContactKey"/>.</param>
/// <param name="IsPending">A replacement is, and so another source always has its own sends for what is there (R-PEND-5).</param>
public sealed record LimitedCode(AccountId Account, Contact To, string CountedAs, Purpose Purpose, string Source, bool IsPending)
{
    /// <summary>Nobody has entered a code that was sent there yet.</summary>
    public bool IsNew => Purpose is Purpose.ConfirmMethod or Purpose.ConfirmNewInfo;
}

/// <summary>
/// Who is limited by what (R-BLOCK-7). What goes to an account's own method is counted apart from what is typed anywhere
/// else, in both directions: who types somebody's address uses up none of the owner's codes (R-BLOCK-6), and does not
/// learn from what is left whether the owner has had some there (R-METH-3).
/// </summary>
public static class CodeLimits
{
    public static IEnumerable<CodeLimit> Of(LimitedCode code, LimitPolicy policy) =>
        [.. OfDestination(code, policy), .. OfResets(code, policy), .. IsOfStranger(code) ? [] : OfSource(code.Source, policy), .. OfTexts(code, policy)];

    /// <summary>From however many sources they are asked for, one mailbox or number gets no more; its other codes are counted apart (R-BLOCK-6).</summary>
    private static CodeLimit[] OfResets(LimitedCode code, LimitPolicy policy) =>
        IsOfStranger(code) ? [new(ThrottleKey.Resetting(code.To), BlockScope.Destination, policy.SourceAnHour, LimitPolicy.Hour)] : [];

    /// <summary>What is left at a source would tell whether there was somebody to send a code to: what is begun there is counted instead (R-SIGN-2).</summary>
    private static bool IsOfStranger(LimitedCode code) => code.Purpose == Purpose.ResetPassword;

    /// <summary>What counts wherever it is asked for from; but see <see cref="LimitedCode.IsPending"/>.</summary>
    public static IEnumerable<CodeLimit> OfDestination(LimitedCode code, LimitPolicy policy) =>
        from key in KeysOf(code)
        from limit in Twice(code.IsPending && !code.IsNew ? ThrottleKey.At(key, code.Source) : key, ScopeOf(code), policy)
        select limit;

    /// <summary>What comes from there and is not answered.</summary>
    public static IEnumerable<CodeLimit> OfSource(string source, LimitPolicy policy)
    {
        var own = policy.OfNetwork(source);
        yield return new(ThrottleKey.Source(source), BlockScope.Source, own ?? policy.SourceAnHour, LimitPolicy.Hour);
        if (ThrottleKey.Network(source) is { } network)
            yield return new(network, BlockScope.Source, own ?? policy.NetworkAnHour, LimitPolicy.Hour);
    }

    private static string[] KeysOf(LimitedCode code) => code switch
    {
        { Purpose: Purpose.Disown } => [ThrottleKey.Disowning(code.To)],
        { Purpose: Purpose.ResetPassword } => [ThrottleKey.At(ThrottleKey.Resetting(code.To), code.Source)],
        { IsNew: true } => [ThrottleKey.Method(code.Account, code.CountedAs), ThrottleKey.Destination(code.To)],
        _ => [ThrottleKey.Method(code.Account, code.CountedAs), ThrottleKey.Own(code.To)],
    };

    private static BlockScope ScopeOf(LimitedCode code) => code.IsNew || code.Purpose is Purpose.Disown or Purpose.ResetPassword ? BlockScope.Destination : BlockScope.Method;

    private static CodeLimit[] Twice(string key, BlockScope scope, LimitPolicy policy) =>
        [new(key, scope, policy.MethodAnHour, LimitPolicy.Hour), new(key, scope, policy.MethodADay, LimitPolicy.Day)];

    private static CodeLimit[] OfTexts(LimitedCode code, LimitPolicy policy) => code switch
    {
        { To.Kind: MethodKind.Email } => [],
        { IsNew: false } => [new(ThrottleKey.TextsToKnown, BlockScope.Region, policy.TextsToKnownAnHour, LimitPolicy.Hour)],
        _ =>
        [
            new(ThrottleKey.Range(code.To), BlockScope.Region, policy.RangeAnHour, LimitPolicy.Hour),
            new(ThrottleKey.TextsToNew, BlockScope.Region, policy.TextsToNewAnHour, LimitPolicy.Hour),
        ],
    };
}

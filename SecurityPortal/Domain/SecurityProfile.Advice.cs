namespace SecurityPortal.Domain;

// What staff say first to whoever calls.
public sealed partial class SecurityProfile
{
    public AccountAdvice Advice(SecurityPolicy policy, DateTimeOffset now)
    {
        SecurityMethod[] signing = [.. SigningIn(policy)];
        return this switch
        {
            { MustRegister: true } => !TakesPass(policy, now) ? AccountAdvice.Register : Pass?.IsOpen(now) == true ? AccountAdvice.TypePass : AccountAdvice.GivePass,
            { Pending: not null } => AccountAdvice.UseOldInfo,
            { Restriction: not null } => AccountAdvice.Undo,
            _ when !CanSignIn(policy) => AccountAdvice.ClearAll,
            _ when signing.All(method => IsBlockedEverywhere(method, now)) => signing.Any(method => HasEnd(method, now)) ? AccountAdvice.Wait : AccountAdvice.Lift,
            _ when _methods.Exists(method => method.LostAt is not null) => AccountAdvice.ClearLost,
            _ when signing.Any(method => method.CameBack) => AccountAdvice.UseAnother,
            _ => AccountAdvice.SignIn,
        };
    }

    private bool IsBlockedEverywhere(SecurityMethod method, DateTimeOffset now) => StandingEverywhere(method, now).Any();

    private bool HasEnd(SecurityMethod method, DateTimeOffset now) => StandingEverywhere(method, now).All(block => block.EndsAt is not null);

    private IEnumerable<Block> StandingEverywhere(SecurityMethod method, DateTimeOffset now) =>
        Blocks.Where(block => block.Stands(now) && !block.IsAtSource && (block.ContactKey.Length == 0 || block.ContactKey == method.Key));
}

using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>A number to say to the help desk. It can be shown this once only: nothing but its hash is kept.</summary>
public sealed class CallerNumberView(string digits, DateTimeOffset now)
{
    /// <summary>No record: a record writes itself out, and this is to stand in no log.</summary>
    public string Digits => digits;

    public DateTimeOffset Now => now;

    public DateTimeOffset EndsAt => now + CallerNumber.Life;
}

/// <param name="Number">Null when it was refused.</param>
public sealed record CallerNumberAnswer(Refusal? Refusal, CallerNumberView? Number);

public sealed partial class SecurityInfoService
{
    public async Task<CallerNumberAnswer> MakeCallerNumberAsync(Owner owner, CancellationToken cancel)
    {
        var digits = OneTimeCodes.NewCallerDigits();
        var madeAt = clock.GetUtcNow();
        var refusal = await ChangeAsync(
            owner,
            (profile, policy, now) =>
            {
                madeAt = now;
                return profile.MakeCallerNumber(owner.Asker, codes.SealCaller(digits, now), policy, now);
            },
            cancel);
        return new(refusal, refusal is null ? new(digits, madeAt) : null);
    }
}

using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// To how many addresses and phones that are not the account's one source may have codes sent. It is counted over all
// sessions, because to sign in again costs nothing.
public sealed partial class SecurityProfile
{
    public ImmutableArray<NewDestination> NewDestinations { get; private set; } = [];

    private Refusal.TooManyDestinations? WhyTooManyDestinations(Asker by, string countedAs, SecurityPolicy policy)
    {
        var sent = NewDestinations.Where(known => known.Source == by.Source).ToArray();
        return sent.Length < policy.Codes.NewDestinations || sent.Any(known => known.ContactKey == countedAs)
            ? null
            : new(policy.Codes.NewDestinations, sent[^policy.Codes.NewDestinations].At + CodePolicy.DestinationsWithin);
    }

    private void Remember(Asker by, string countedAs, DateTimeOffset now)
    {
        if (!NewDestinations.Any(known => known.Source == by.Source && known.ContactKey == countedAs))
            NewDestinations = NewDestinations.Add(new(countedAs, by.Source, now));
    }

    private void ForgetDestinations(DateTimeOffset now)
    {
        if (NewDestinations.Any(IsOver))
            NewDestinations = NewDestinations.RemoveAll(IsOver);

        bool IsOver(NewDestination known) => now >= known.At + CodePolicy.DestinationsWithin;
    }
}

/// <summary>A contact that was none of the account's when a code was first sent to it.</summary>
public sealed record NewDestination(string ContactKey, string Source, DateTimeOffset At);

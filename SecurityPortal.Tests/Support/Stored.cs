using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Support;

/// <summary>Accounts and messages as they lie in a store, to be held against each other.</summary>
public sealed class Stored(List<SecurityProfile> profiles, List<Message> messages)
{
    private readonly HashSet<(string Kind, string To)> _told = [.. messages.Select(message => (message.Kind, message.To))];
    private readonly HashSet<string> _methods = [.. profiles.SelectMany(profile => profile.Methods).Where(method => method.IsConfirmed).Select(method => method.Value)];
    private readonly HashSet<string> _first = [.. profiles.SelectMany(profile => profile.Methods).Where(method => method.AddedIn is null).Select(method => method.Value)];
    private readonly List<Replacement> _replacements = [.. profiles.SelectMany(profile => profile.Replacements)];

    /// <summary>What somebody was told they had done is there.</summary>
    public void Holds(string[] acknowledged)
    {
        switch (acknowledged)
        {
            case ["added", _, var contact]:
                Assert.True(_methods.Contains(contact) || WasTold<SecurityEvent.MethodRemoved>(contact), contact);
                break;
            case ["removed", _, var contact]:
                Assert.DoesNotContain(contact, _methods);
                break;
            case ["started", _, var contact]:
                Assert.Contains(_replacements, replacement => replacement.Infos[0].Value == contact);
                break;
            case ["cancelled", var person, ..]:
                Assert.Contains(profiles.Single(profile => profile.NameKey == person).Replacements, replacement => replacement.End is not null);
                break;
            default:
                Assert.Fail(string.Join(' ', acknowledged));
                break;
        }
    }

    /// <summary>No change without its messages, no message without its change, and no code longer than its challenge.</summary>
    public void Agrees()
    {
        var newcomers = _told.Where(told => told.Kind == nameof(SecurityEvent.MethodAdded) && !_first.Contains(told.To)).Select(told => told.To).ToHashSet();
        Assert.Superset(_methods.Except(_first).ToHashSet(), newcomers);
        var gone = newcomers.Except(_methods).ToHashSet();
        Assert.All(gone, contact => Assert.True(WasTold<SecurityEvent.MethodRemoved>(contact), contact));

        Assert.Equal(newcomers.Count, Tellings<SecurityEvent.MethodAdded>());
        Assert.Equal(gone.Count, Tellings<SecurityEvent.MethodRemoved>());
        Assert.Equal(_replacements.Count, Tellings<SecurityEvent.ReplacementStarted>());
        Assert.Equal(_replacements.Count(replacement => replacement.End is not null), Tellings<SecurityEvent.ReplacementCancelled>());
        Assert.All(_replacements, replacement => Assert.True(WasTold<SecurityEvent.ReplacementStarted>(replacement.Infos[0].Value)));

        var open = profiles.SelectMany(profile => profile.Challenges).Where(challenge => challenge is { AnsweredAt: null, DroppedAt: null }).Select(challenge => (ChallengeId?)challenge.Id).ToHashSet();
        var readable = messages.Where(message => message is { Kind: "Code", Payload: not null }).Select(message => message.Challenge).ToHashSet();
        Assert.True(open.SetEquals(readable));
    }

    private bool WasTold<TEvent>(string contact) => _told.Contains((typeof(TEvent).Name, contact));

    /// <summary>How often something was told: the messages of one change were made at one instant.</summary>
    private int Tellings<TEvent>() =>
        messages.Where(message => message.Kind == typeof(TEvent).Name).DistinctBy(message => (message.Account, message.CreatedAt)).Count();
}

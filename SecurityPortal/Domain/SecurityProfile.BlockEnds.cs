using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// "Tell me when it ends": one message, without a code, to a method that is not blocked.
public sealed partial class SecurityProfile
{
    /// <summary>Who has asked to be told of a block's end.</summary>
    public ImmutableArray<BlockEndTelling> EndTellings { get; private set; } = [];

    /// <summary>The methods by which whoever asks can be told: what a message can go to, and is not blocked itself.</summary>
    public IEnumerable<SecurityMethod> TellableBy(Asker by, DateTimeOffset now) =>
        _methods.Where(method => method.IsDestination && Serves(method) && BlockOf(method, by, now) is null);

    /// <summary>However often it is asked, it is told once for each block and method.</summary>
    public Refusal? TellWhenBlockEnds(Asker by, MethodId blocked, MethodId told, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (Find(by.Session) is not { } session)
            return new Refusal.SignedOut();

        if (session.UndoesWith is not null)
            return new Refusal.NotFullySignedIn();

        if (_methods.Find(method => method.Id == blocked && method.IsUsable) is not { } method || !TellableBy(by, now).Any(other => other.Id == told))
            return new Refusal.NoSuchMethod();

        if (BlockOf(method, by, now) is not { EndsAt: { } end } block)
            return new Refusal.NoSuchBlock();

        if (!EndTellings.Any(telling => block.IsOfSame(telling.Scope, telling.ContactKey, telling.Source) && telling.By == told))
            EndTellings = EndTellings.Add(new(block.Scope, block.ContactKey, block.Source, end, told));
        return null;
    }

    /// <summary>By which methods the end of a block will be told.</summary>
    public IEnumerable<MethodId> ToldOf(Block block) =>
        EndTellings.Where(telling => block.IsOfSame(telling.Scope, telling.ContactKey, telling.Source)).Select(telling => telling.By);

    /// <summary>It is told when the block really ends; one that has no end any more is told when staff lift it.</summary>
    private void MoveTellings(Block block)
    {
        if (EndTellings.Any(telling => block.IsOfSame(telling.Scope, telling.ContactKey, telling.Source)))
            EndTellings = [.. EndTellings.Select(telling => block.IsOfSame(telling.Scope, telling.ContactKey, telling.Source) ? telling with { EndsAt = block.EndsAt } : telling)];
    }

    private void TellOfBlockEnds(DateTimeOffset now) => TellOfEnd(telling => now >= telling.EndsAt, now);

    private void TellOfEnd(Func<BlockEndTelling, bool> which, DateTimeOffset now)
    {
        foreach (var telling in EndTellings.Where(which))
        {
            EndTellings = EndTellings.Remove(telling);
            if (_methods.Find(method => method.Id == telling.By && method is { IsConfirmed: true, IsDestination: true, LostAt: null }) is { } told)
                _notices.Add(new(new SecurityEvent.BlockEnded { At = telling.EndsAt < now ? telling.EndsAt.Value : now }, [new(told.Id, told.Contact, told.Language, LinkUse.None)]));
        }
    }
}

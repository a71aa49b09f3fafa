namespace SecurityPortal.Domain;

// Blocks that people set, and lift: theirs and the portal's (R-BLOCK-1).
public sealed partial class SecurityProfile
{
    /// <summary>Takes the place of what blocks the same, and lasts until its own end.</summary>
    public Refusal? SetBlock(BlockOrder order, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (KeyOf(order.Target) is not { } key)
            return new Refusal.NoSuchMethod();

        var last = Blocks.FirstOrDefault(block => block.IsOfSame(order.Target.Scope, key, order.Target.Source));
        Put(
            new()
            {
                Scope = order.Target.Scope,
                ContactKey = key,
                Source = order.Target.Source,
                Reason = order.Reason,
                StartedAt = now,
                EndsAt = order.EndsAt,
                Rung = last?.Rung ?? 0,
                Note = order.Note,
            },
            now);
        return null;
    }

    /// <summary>A person has decided: it is over at once, and counts no more. Whoever waits for its end is told now.</summary>
    public Refusal? LiftBlock(BlockTarget target, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (KeyOf(target) is not { } key)
            return new Refusal.NoSuchMethod();

        if (Blocks.FirstOrDefault(block => block.IsOfSame(target.Scope, key, target.Source) && block.Stands(now)) is not { } lifted)
            return new Refusal.NoSuchBlock();

        Blocks = Blocks.Remove(lifted);
        TellOfEnd(telling => lifted.IsOfSame(telling.Scope, telling.ContactKey, telling.Source), now);
        return null;
    }

    /// <summary>The help desk brings back what too many wrong codes have disabled (R-CODE-3).</summary>
    public Refusal? EnableMethod(MethodId id, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (_methods.Find(method => method.Id == id && method is { IsConfirmed: true, DisabledAt: not null }) is not { } disabled)
            return new Refusal.NoSuchMethod();

        Enable(disabled);
        Tell(new SecurityEvent.MethodBroughtBack(disabled.Contact) { At = now });
        return null;
    }

    /// <summary>Null where the account has no such method.</summary>
    private string? KeyOf(BlockTarget target) => target.Method is { } id
        ? _methods.Find(method => method.Id == id && method.IsConfirmed)?.Key
        : "";
}

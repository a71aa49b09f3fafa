using System.Collections.Immutable;

namespace SecurityPortal.Domain;

public sealed partial class SecurityProfile
{
    public ImmutableArray<WrongTry> WrongTries { get; private set; } = [];

    public ImmutableArray<Block> Blocks { get; private set; } = [];

    /// <summary>Who has asked to be told of a block's end.</summary>
    public ImmutableArray<BlockEndTelling> EndTellings { get; private set; } = [];

    public Block? BlockOf(SecurityMethod method, string source, DateTimeOffset now) => BlockOf(CountedAs(method), source, now);

    private Block? BlockOf(string key, string source, DateTimeOffset now) =>
        Blocks.FirstOrDefault(block => block.ContactKey == key && block.Source == source && block.Stands(now));

    private Refusal.Blocked? WhyBlocked(string key, string source, DateTimeOffset now) =>
        BlockOf(key, source, now) is { } block ? new(block.Scope, block.Reason, block.EndsAt) : null;

    /// <summary>The code that was refused because of a block, so that the history can tell of it; null where none stands.</summary>
    public HeldBackCode? HeldBack(Asker by, Purpose purpose, MethodId method, DateTimeOffset now) =>
        DestinationOf(by, purpose, method) is { } to && BlockOf(to.CountedAs, by.Source, now) is { } block
            ? new(method, to.To, to.Language, block)
            : null;

    /// <summary>What keeps this very challenge from being answered or sent again here.</summary>
    public Block? BlockOf(Challenge challenge, string source, DateTimeOffset now) => BlockOf(challenge.ContactKey, source, now);

    /// <summary>Ten in a row within a day, over all challenges and sessions, block the method at their source (R-CODE-3).</summary>
    private Refusal.Blocked? RememberWrongTry(Asker by, Challenge asked, SecurityPolicy policy, DateTimeOffset now)
    {
        WrongTries = WrongTries.Add(new(asked.ContactKey, by.Source, now));
        if (WrongTries.Count(wrong => wrong.ContactKey == asked.ContactKey && wrong.Source == by.Source) < policy.Codes.FailuresBeforeBlock)
            return null;

        Block block = new()
        {
            ContactKey = asked.ContactKey,
            Source = by.Source,
            Reason = BlockReason.UnusualActivity,
            StartedAt = now,
            EndsAt = now + policy.Blocks.Ladder[0],
        };
        Blocks = Blocks.Add(block);
        WrongTries = WrongTries.RemoveAll(wrong => wrong.ContactKey == asked.ContactKey && wrong.Source == by.Source);
        return new(block.Scope, block.Reason, block.EndsAt);
    }

    private void ForgetWrongTries(DateTimeOffset now)
    {
        if (WrongTries.Any(wrong => now >= wrong.At + CodePolicy.Memory))
            WrongTries = WrongTries.RemoveAll(wrong => now >= wrong.At + CodePolicy.Memory);
        if (Blocks.Any(block => !block.Stands(now)))
            Blocks = Blocks.RemoveAll(block => !block.Stands(now));
    }
}

namespace SecurityPortal.Domain;

/// <summary>Somebody wants to be told when a block ends, by a method that is not blocked.</summary>
/// <param name="EndsAt">Null where only staff lift it.</param>
/// <param name="By">The method that the word goes to.</param>
public sealed record BlockEndTelling(BlockScope Scope, string ContactKey, string Source, DateTimeOffset? EndsAt, MethodId By);

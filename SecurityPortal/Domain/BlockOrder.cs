namespace SecurityPortal.Domain;

/// <summary>A block as staff set it (R-BLOCK-1).</summary>
/// <param name="EndsAt">Null for one that only staff lift.</param>
/// <param name="Note">Why, in their words; the owner reads it (R-HELP-10).</param>
public sealed record BlockOrder(BlockTarget Target, BlockReason Reason, DateTimeOffset? EndsAt, string Note);

/// <summary>What of an account is blocked.</summary>
/// <param name="Method">Of the scopes that are about one.</param>
/// <param name="Source">Of the scopes that are about one network.</param>
public sealed record BlockTarget(BlockScope Scope, MethodId? Method = null, string Source = "");

namespace SecurityPortal.Domain;

/// <summary>A code that a block keeps from being sent (R-BLOCK-4).</summary>
public sealed record HeldBackCode(MethodId Method, Contact To, string Language, Block Block);

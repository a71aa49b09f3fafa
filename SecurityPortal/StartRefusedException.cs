namespace SecurityPortal;

/// <summary>The start cannot go on, for a reason that the operator can mend; one line that names the key.</summary>
public sealed class StartRefusedException(string reason) : Exception(reason);

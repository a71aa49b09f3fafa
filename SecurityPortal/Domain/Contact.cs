namespace SecurityPortal.Domain;

public enum ContactKind
{
    Email,
    Phone,
}

/// <summary>
/// Where a code or a notice can be sent. A contact that exists is well formed (<see cref="EmailAddress"/>,
/// <see cref="PhoneNumber"/> read what people type): an address in the form that was verified, a number in E.164.
/// </summary>
public sealed record Contact(ContactKind Kind, string Value)
{
    /// <summary>One spelling for all that reach the same mailbox or phone (R-METH-6).</summary>
    public string Key => Kind switch
    {
        ContactKind.Email => Value.ToLowerInvariant(),
        ContactKind.Phone => Value,
    };

    /// <summary>As shown to whoever has not proved a second thing; always of the same length (R-METH-3).</summary>
    public string Masked => Kind switch
    {
        ContactKind.Email => $"{Value[..Math.Min(2, Value.IndexOf('@'))].PadRight(2, '•')}•••••@•••••",
        ContactKind.Phone => $"•••••••{Value[^2..]}",
    };

    public bool Equals(Contact? other) => other is not null && Kind == other.Kind && Key == other.Key;

    public override int GetHashCode() => HashCode.Combine(Kind, Key);
}

namespace SecurityPortal.Domain;

/// <summary>
/// By what a method is known: an address in the form that was verified, or a number in E.164, to which codes and notices
/// are sent (<see cref="EmailAddress"/>, <see cref="PhoneNumber"/> read what people type); or the key of something that
/// the owner has, to which nothing can be sent.
/// </summary>
public sealed record Contact(MethodKind Kind, string Value)
{
    /// <summary>What its owner calls it, where it has no address or number to be known by.</summary>
    public string Label { get; init; } = "";

    /// <summary>Codes and notices can be sent to it.</summary>
    public bool IsDestination => Kind is MethodKind.Email or MethodKind.Phone;

    /// <summary>One spelling for all that reach the same mailbox or phone (R-METH-6).</summary>
    public string Key => Kind switch
    {
        MethodKind.Email => Value.ToLowerInvariant(),
        _ => Value,
    };

    /// <summary>As shown to whoever has not proved a second thing; always of the same length (R-METH-3). What nothing is sent to has nothing to be masked.</summary>
    public string Masked => Kind switch
    {
        MethodKind.Email => $"{Value[..Math.Min(2, Value.IndexOf('@'))].PadRight(2, '•')}•••••@•••••",
        MethodKind.Phone => $"•••••••{Value[^2..]}",
        _ => "",
    };

    public bool Equals(Contact? other) => other is not null && Kind == other.Kind && Key == other.Key;

    public override int GetHashCode() => HashCode.Combine(Kind, Key);
}

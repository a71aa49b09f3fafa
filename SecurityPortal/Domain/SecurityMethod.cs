namespace SecurityPortal.Domain;

/// <summary>One piece of security info. What it may be used for follows from its instants.</summary>
public sealed class SecurityMethod
{
    private bool? _takesCodes;
    private bool? _takesTexts;

    public required MethodId Id { get; init; }

    public required MethodKind Kind { get; init; }

    /// <summary>The address or number; the key of what nothing is sent to.</summary>
    public required string Value { get; init; }

    /// <summary>As <see cref="Contact.Key"/>; stored so that all accounts of one phone are found (R-METH-15).</summary>
    public required string Key { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The session that adds it; only that session may confirm it.</summary>
    public SessionId? AddedIn { get; init; }

    /// <summary>Chosen among what an import brought, masked: nobody has typed it (R-METH-3).</summary>
    public bool IsSuggested { get; init; }

    public string Name { get; internal set; } = "";

    /// <summary>What an app makes its codes of, sealed for this very row (R-PASS-4); null for other kinds.</summary>
    public string? Seed { get; init; }

    /// <summary>The last step of half a minute whose code was taken; neither it nor one before it is taken again.</summary>
    public long LastStep { get; internal set; }

    /// <summary>Null for other kinds.</summary>
    public PasskeyCredential? Passkey { get; internal set; }

    /// <summary>The language of what is sent to it (R-METH-14).</summary>
    public required string Language { get; set; }

    public DateTimeOffset? VerifiedAt { get; internal set; }

    /// <summary>From when on it counts as established; null until verified.</summary>
    public DateTimeOffset? EstablishedAt { get; internal set; }

    public DateTimeOffset? LastUsedAt { get; internal set; }

    public DateTimeOffset? SuspendedAt { get; internal set; }

    /// <summary>Why it is suspended: its owner has reported it lost or stolen, so its own proof is worth nothing (R-HELP-5).</summary>
    public DateTimeOffset? LostAt { get; internal set; }

    /// <summary>Why it is suspended: whoever reads it has said and proved that the account is not theirs (R-DEL-7).</summary>
    public DateTimeOffset? DisownedAt { get; internal set; }

    /// <summary>Wrong codes since the last right one (R-CODE-3).</summary>
    public int WrongSinceSuccess { get; internal set; }

    /// <summary>Too many wrong codes: an established method or the help desk brings it back (R-CODE-3).</summary>
    public DateTimeOffset? DisabledAt { get; internal set; }

    /// <summary>Removed by changing everything at once, and kept aside while that restriction lasts (R-RESTRICT-3).</summary>
    public DateTimeOffset? KeptAsideAt { get; internal set; }

    /// <summary>Taken out by staff, and for a day its owner can bring it back (R-HELP-2).</summary>
    public DateTimeOffset? ClearedAt { get; internal set; }

    public DateTimeOffset? LastDeliveredAt { get; private set; }

    /// <summary>When a message last came back, or could not be sent for good; null once one has arrived since.</summary>
    public DateTimeOffset? LastFailedAt { get; private set; }

    public DeliveryCause? LastFailure { get; private set; }

    /// <summary>Takes in what became of a message to it; what is still under way says nothing yet.</summary>
    public void Note(DeliveryStage stage, DeliveryCause? cause, DateTimeOffset now)
    {
        if (stage is DeliveryStage.Delivered)
            (LastDeliveredAt, LastFailedAt, LastFailure) = (now, null, null);
        else if (stage is DeliveryStage.Bounced or DeliveryStage.Refused)
            (LastFailedAt, LastFailure) = (now, cause);
    }

    /// <summary>Whoever entered a code had got it, whether or not that was reported.</summary>
    public DateTimeOffset? LastArrivedAt => LastUsedAt > LastDeliveredAt || LastDeliveredAt is null ? LastUsedAt : LastDeliveredAt;

    /// <summary>The last message to it did not arrive, and none has since.</summary>
    public bool CameBack => LastFailedAt is { } failed && !(LastArrivedAt >= failed);

    /// <summary>To be added takes its code, too.</summary>
    public DateTimeOffset? LastProvedAt => LastUsedAt > VerifiedAt ? LastUsedAt : VerifiedAt;

    public Contact Contact => new(Kind, Value) { Label = IsDestination ? "" : Name };

    /// <summary>Codes and notices can be sent to it.</summary>
    public bool IsDestination => Kind is MethodKind.Email or MethodKind.Phone;

    public bool IsConfirmed => VerifiedAt is not null && KeptAsideAt is null && ClearedAt is null;

    /// <summary>A number that turned out to be VoIP after it was added gets no more codes (R-METH-4).</summary>
    public bool TakesCodes => _takesCodes ??= Kind != MethodKind.Phone || PhoneNumber.KindFaultOf(Value) != PhoneFault.Voip;

    /// <summary>False for an address, and for a line that only takes calls (R-METH-5).</summary>
    public bool TakesTexts => _takesTexts ??= Kind == MethodKind.Phone && PhoneNumber.TakesTexts(Value);

    public bool IsUsable => IsConfirmed && SuspendedAt is null && TakesCodes;

    public bool IsEstablished(DateTimeOffset now) => EstablishedAt <= now;

    /// <summary>An app that is in use already.</summary>
    /// <param name="seed">Sealed for <paramref name="id"/> in its account.</param>
    public static SecurityMethod BoundApp(MethodId id, string seed, DateTimeOffset since) => new()
    {
        Id = id,
        Kind = MethodKind.AuthenticatorApp,
        Value = KeyOfApp(id),
        Key = KeyOfApp(id),
        Seed = seed,
        Language = "",
        AddedAt = since,
        VerifiedAt = since,
        EstablishedAt = since,
    };

    public static string KeyOfApp(MethodId id) => $"app:{id}";

    /// <param name="credential">As <see cref="PasskeyCredential.Name"/>.</param>
    public static string KeyOfPasskey(string credential) => $"passkey:{credential}";

    public static SecurityMethod Verified(MethodId id, Contact contact, string language, DateTimeOffset verifiedAt, DateTimeOffset establishedAt) => new()
    {
        Id = id,
        Kind = contact.Kind,
        Value = contact.Value,
        Key = contact.Key,
        Language = language,
        AddedAt = verifiedAt,
        VerifiedAt = verifiedAt,
        EstablishedAt = establishedAt,
    };
}

using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SecurityPortal.Domain;

namespace SecurityPortal.Storage;

// Ids are kept as 16 bytes in big-endian order, so that ids made later also sort later.
public sealed class GuidConverter() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));

public sealed class AccountIdConverter() : ValueConverter<AccountId, byte[]>(
    id => id.Value.ToByteArray(true),
    bytes => new(new Guid(bytes, true)));

public sealed class MethodIdConverter() : ValueConverter<MethodId, byte[]>(
    id => id.Value.ToByteArray(true),
    bytes => new(new Guid(bytes, true)));

public sealed class SessionIdConverter() : ValueConverter<SessionId, byte[]>(
    id => id.Value.ToByteArray(true),
    bytes => new(new Guid(bytes, true)));

public sealed class ChallengeIdConverter() : ValueConverter<ChallengeId, byte[]>(
    id => id.Value.ToByteArray(true),
    bytes => new(new Guid(bytes, true)));

public sealed class ReplacementIdConverter() : ValueConverter<ReplacementId, byte[]>(
    id => id.Value.ToByteArray(true),
    bytes => new(new Guid(bytes, true)));

/// <summary>UTC ticks: whole, ordered, and compared by the database itself.</summary>
public sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

/// <summary>Ticks, which the database orders as durations are.</summary>
public sealed class DurationConverter() : ValueConverter<TimeSpan, long>(
    duration => duration.Ticks,
    ticks => new TimeSpan(ticks));

public sealed class RolesConverter() : ValueConverter<ImmutableArray<Role>, string>(
    roles => string.Join(',', roles),
    text => Read(text))
{
    private static ImmutableArray<Role> Read(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(role => Enum.Parse<Role>(role, false))];
}

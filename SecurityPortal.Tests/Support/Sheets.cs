using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Support;

/// <summary>Sheets of recovery codes, as they are before anybody has said to have kept them.</summary>
public static class Sheets
{
    public static RecoveryCodeSet New(DateTimeOffset now)
    {
        var id = MethodId.New(now);
        return new()
        {
            Id = id,
            MadeAt = now,
            EstablishedAt = now,
            Codes = [.. Enumerable.Range(0, RecoveryCodeSet.Size).Select(place => new RecoveryCode(new([.. id.Value.ToByteArray(), (byte)place], 1)))],
        };
    }
}

using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// What staff are to look into, stored with the change that opens it.
public sealed partial class SecurityProfile
{
    private readonly List<SecurityCase> _cases = [];

    /// <summary>What people are to look into because of a change; stored together with it.</summary>
    public ImmutableArray<SecurityCase> TakeCases() => Take(_cases);

    /// <param name="message">The mail that it is about; null where it is about none.</param>
    private void OpenCase(CaseKind kind, MethodId? method, string source, string number, DateTimeOffset now, Guid? message = null) => _cases.Add(new()
    {
        Id = Guid.CreateVersion7(now),
        Number = number,
        Kind = kind,
        Account = Id,
        Method = method,
        Message = message,
        OpenedAt = now,
        Source = source,
    });
}

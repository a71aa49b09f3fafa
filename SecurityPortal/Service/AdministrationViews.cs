using System.Collections.Immutable;
using System.Globalization;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;

namespace SecurityPortal.Service;

/// <param name="Administrators">How many can act as one.</param>
public sealed record StaffWarnings(Refusal? Refusal, int Administrators)
{
    public bool IsShortOfAdministrators => Refusal is null && Administrators < SecurityInfoService.LeastAdministrators;
}

/// <summary>The way to each part, and what is the matter there.</summary>
public sealed record AdministrationView(Refusal? Refusal, DateTimeOffset Now)
{
    public bool MayRun { get; init; }

    public bool MayReadAudit { get; init; }

    /// <summary>Areas to which messages come badly, or not at all.</summary>
    public ImmutableArray<ChannelArea> Troubled { get; init; } = [];

    public ImmutableArray<AttackedRegion> Attacked { get; init; } = [];
}

public sealed record StaffPeople(Refusal? Refusal, DateTimeOffset Now, ImmutableArray<StaffPerson> People);

/// <summary>One of the staff, as far as it matters whether they can act.</summary>
public sealed record StaffPerson(AccountId Id, string Name, string DisplayName, ImmutableArray<Role> Roles, DateTimeOffset? LastSignInAt, bool HasPasskey, bool HasApp)
{
    /// <summary>Without a passkey or an app nobody acts as one (R-HELP-7).</summary>
    public bool IsActingAdministrator => Roles.Contains(Role.Administrator) && (HasPasskey || HasApp);

    public static StaffPerson Of(SecurityProfile profile) => new(
        profile.Id, profile.Name, profile.DisplayName, profile.Roles, profile.LastSignInAt,
        profile.Methods.Any(method => method is { Kind: MethodKind.Passkey, IsUsable: true }), profile.Methods.Any(method => method is { Kind: MethodKind.AuthenticatorApp, IsUsable: true }));
}

public sealed record ImportsView(Refusal? Refusal, DateTimeOffset Now, ImmutableArray<ImportedFile> Files);

/// <summary>What came of one file.</summary>
public sealed record ImportedFile(DateTimeOffset At, ImportCounts Counts)
{
    public static ImportedFile Of(AuditRecord record) =>
        new(record.At, new(CountOf(record, AuditFact.Added), CountOf(record, AuditFact.AlreadyThere), CountOf(record, AuditFact.Refused)));

    private static int CountOf(AuditRecord record, string fact) =>
        int.TryParse(record.Facts.GetValueOrDefault(fact), CultureInfo.InvariantCulture, out var count) ? count : 0;
}

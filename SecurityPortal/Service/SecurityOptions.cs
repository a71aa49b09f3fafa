using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>The security policy as an operator writes it in settings: the bold figures of the rules.</summary>
public sealed partial class SecurityOptions
{
    public const string Section = "Security";

    private SecurityPolicy? _policy;
    private HealthOptions _health = new();

    /// <summary><c>Standard</c>, or <c>Strict</c>: codes by mail do not sign in, and a passkey or an app is required.</summary>
    [EnumDataType(typeof(SecurityProfileKind))]
    public SecurityProfileKind Profile { get; set; }

    /// <summary>In the Strict profile, whether codes by phone sign in: <c>LowRisk</c> or <c>Never</c>.</summary>
    [EnumDataType(typeof(PhoneUse))]
    public PhoneUse StrictPhones { get; set; } = PhoneUse.LowRisk;

    [Range(1, 10)]
    public int MaxMethods { get; set; }

    [Range(1, 100)]
    public int AccountsPerPhone { get; set; }

    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan EstablishedAfter { get; set; }

    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan RestrictionPeriod { get; set; }

    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan RegistrationWindow { get; set; }

    [Required]
    [ValidateObjectMembers]
    public CodeOptions Codes { get; set; } = new();

    [Required]
    [ValidateObjectMembers]
    public BlockOptions Blocks { get; set; } = new();

    [Required]
    [ValidateObjectMembers]
    public LimitOptions Limits { get; set; } = new();

    [Required]
    [ValidateObjectMembers]
    public RiskOptions Risk { get; set; } = new();

    [Required]
    [ValidateObjectMembers]
    public RegionOptions Regions { get; set; } = new();

    [Required]
    [ValidateObjectMembers]
    public ReminderOptions Reminder { get; set; } = new();

    [ValidateObjectMembers]
    public HelpDeskOptions HelpDesk { get; set; } = new();

    [Required]
    [ValidateObjectMembers]
    public ReplacementOptions Replacement { get; set; } = new();

    [Required]
    [ValidateObjectMembers]
    public SessionOptions Sessions { get; set; } = new();

    [Required]
    [ValidateObjectMembers]
    public PasswordOptions Passwords { get; set; } = new();

    [Required]
    [ValidateObjectMembers]
    public RetentionOptions Retention { get; set; } = new();

    /// <summary>The mail domains of the organisation whose accounts these are; that of an account's own name counts in any case.</summary>
    [Required]
    public string[] OrganisationDomains { get; set; } = [];

    /// <summary>Mail domains whose mailboxes sign people in and out of one another, a group each (R-METH-7).</summary>
    [Required]
    public string[][] SharedSignInDomains { get; set; } = [];

    private bool _hasCalls;

    /// <summary>A voice channel is there: no setting of this section, but said by whoever puts the portal together.</summary>
    public void AllowCalls() => _hasCalls = true;

    public SecurityPolicy ToPolicy() => _policy ??= new()
    {
        HasCalls = _hasCalls,
        Health = _health.ToPolicy(),
        SameSystem = new([.. OrganisationDomains.Select(Domain)], [.. SharedSignInDomains.Select(group => group.Select(Domain).ToImmutableHashSet())]),
        Methods = Profile == SecurityProfileKind.Strict ? MethodPolicy.Strict(StrictPhones) : MethodPolicy.Standard,
        MaxMethods = MaxMethods,
        AccountsPerPhone = AccountsPerPhone,
        EstablishedAfter = EstablishedAfter,
        Restriction = RestrictionPeriod,
        RegistrationWindow = RegistrationWindow,
        Codes = Codes.ToPolicy(),
        Replacement = Replacement.ToPolicy(),
        Sessions = new(Sessions.Idle, Sessions.StaffIdle, Sessions.Life, Sessions.Remembered),
        Passwords = new(Passwords.MinLength, Passwords.WrongInARow, Passwords.WrongOfSource, Passwords.SourceBlock),
        Blocks = Blocks.ToPolicy(),
        Limits = Limits.ToPolicy(),
        Risk = Risk.ToPolicy(),
        Regions = Regions.ToPolicy(),
        Reminder = Reminder.ToPolicy(),
        HelpDesk = HelpDesk.ToPolicy(),
    };

    /// <summary>They have a section of their own.</summary>
    internal void Use(HealthOptions health) => _health = health;

    private static string Domain(string written) => written.ToLowerInvariant();
}

public enum SecurityProfileKind
{
    Standard,
    Strict,
}

public sealed class CodeOptions
{
    [Range(6, 8)]
    public int Digits { get; set; }

    [Range(6, 8)]
    public int PrivilegedDigits { get; set; }

    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan Life { get; set; }

    [Range(1, 10)]
    public int Tries { get; set; }

    [Range(1, 10)]
    public int Sends { get; set; }

    [Required]
    [Length(1, 10)]
    public TimeSpan[] Waits { get; set; } = [];

    [Range(1, 100_000)]
    public int FailuresBeforeBlock { get; set; }

    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan ProofLife { get; set; }

    [Range(1, 1_000)]
    public int NewDestinations { get; set; }

    public CodePolicy ToPolicy() =>
        new(Digits, PrivilegedDigits, Life, Tries, Sends, [.. Waits], FailuresBeforeBlock, ProofLife, NewDestinations);
}

public sealed class ReplacementOptions
{
    [Range(typeof(TimeSpan), "1.00:00:00", "90.00:00:00")]
    public TimeSpan Wait { get; set; }

    [Required]
    public int[] NoticeDays { get; set; } = [];

    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan LinkPause { get; set; }

    [Range(1, 10)]
    public int Starts { get; set; }

    public ReplacementPolicy ToPolicy() =>
        new(Wait, new([.. NoticeDays.Select(day => TimeSpan.FromDays(day))]), LinkPause, Starts);
}

public sealed class SessionOptions
{
    [Range(typeof(TimeSpan), "00:01:00", "08:00:00")]
    public TimeSpan Idle { get; set; }

    [Range(typeof(TimeSpan), "00:01:00", "08:00:00")]
    public TimeSpan StaffIdle { get; set; }

    [Range(typeof(TimeSpan), "00:10:00", "1.00:00:00")]
    public TimeSpan Life { get; set; }

    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan Remembered { get; set; }
}

public sealed class PasswordOptions
{
    [Range(8, 64)]
    public int MinLength { get; set; }

    [Range(1, 1_000_000)]
    public int WrongInARow { get; set; }

    [Range(1, 1_000_000_000)]
    public int WrongOfSource { get; set; }

    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan SourceBlock { get; set; }
}

[OptionsValidator]
public sealed partial class ValidateSecurityOptions : IValidateOptions<SecurityOptions>;

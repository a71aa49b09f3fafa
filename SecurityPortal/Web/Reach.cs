using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using SecurityPortal.Service;

namespace SecurityPortal.Web;

/// <summary>How far a session may go among the pages. (What it may do is judged by the service, at every request.)</summary>
public static class Reach
{
    public const string ClaimType = "reach";

    /// <summary>Pages for which a right password is enough; and who is being reminded may need to replace what is asked about.</summary>
    public const string LimitedPolicy = "limited";

    /// <summary>Pages that want a full sign-in.</summary>
    public const string FullPolicy = "full";

    /// <summary>Pages of the staff, each of which the service judges at every request.</summary>
    public const string StaffPolicy = "staff";

    /// <summary>Pages of the administration, of which there is more than the policy to see.</summary>
    public const string AdministrationPolicy = "administration";

    /// <summary>Where a session answers whether its info is still right, before it goes on (R-REM).</summary>
    public const string ReminderPath = "/reminder";

    /// <summary>Where a session adds a passkey or an app, as the organisation wants it, before it goes on.</summary>
    public const string StrengthenPath = "/register/strong";

    private const string Staff = "staff";
    private const string Administration = "administration";
    private const string Undo = "undo";
    private const string Limited = "limited";
    private const string MustChangePassword = "must-change-password";
    private const string Reminder = "reminder";
    private const string Strengthen = "strengthen";
    private const string Owes = "owes";
    private const string Full = "full";

    public static string Of(SecurityOverview overview) => overview switch
    {
        { UndoesWith: not null } => Undo,
        { MustChangePassword: true } => MustChangePassword,
        { IsFull: true, OwesRegistration: true } => Owes,
        { Reminder: not null } => Reminder,
        { MustStrengthen: true } => Strengthen,
        { IsFull: true } => Full,
        _ => Limited,
    };

    public static IEnumerable<Claim> Claims(SecurityOverview overview) =>
    [
        new(ClaimType, Of(overview)),
        .. overview.IsStaff ? [new Claim(Staff, "")] : Array.Empty<Claim>(),
        .. overview.MayAdminister ? [new Claim(Administration, "")] : Array.Empty<Claim>(),
    ];

    /// <summary>On the way in, with nothing but the right password.</summary>
    public static bool IsLimited(ClaimsPrincipal user) => user.HasClaim(ClaimType, Limited);

    /// <summary>Where a session has to go before it may see what it asked for.</summary>
    public static string NextStep(SecurityOverview? overview) => overview switch
    {
        null => "/sign-in",
        { UndoesWith: not null } => "/message/undo",
        { MustChangePassword: true } => "/change-password",
        { IsFull: true, OwesRegistration: true } => "/register",
        { Reminder: not null } => ReminderPath,
        { MustStrengthen: true, IsRegistering: true } => "/register",
        { MustStrengthen: true } => StrengthenPath,
        { IsFull: true } => "/security-info",
        { AsksToCancel: true } => "/sign-in/cancel-update",
        { Pending: not null } => "/pending",
        { AccountBlock: not null } => "/sign-in/blocked",
        { MustRegister: true } => "/register",
        _ => "/sign-in/verify",
    };

    /// <summary>Once that step is done, the session goes on to what it asked for.</summary>
    public static bool KeepsGoal(string step) => step is ReminderPath or StrengthenPath;

    public static void AddPolicies(AuthorizationOptions options)
    {
        options.AddPolicy(LimitedPolicy, policy => policy.RequireAuthenticatedUser().RequireClaim(ClaimType, Limited, Owes, Reminder, Strengthen, Full));
        options.AddPolicy(FullPolicy, policy => policy.RequireAuthenticatedUser().RequireClaim(ClaimType, Full));
        options.AddPolicy(StaffPolicy, policy => policy.RequireAuthenticatedUser().RequireClaim(ClaimType, Full).RequireClaim(Staff));
        options.AddPolicy(AdministrationPolicy, policy => policy.RequireAuthenticatedUser().RequireClaim(ClaimType, Full).RequireClaim(Staff).RequireClaim(Administration));
    }
}

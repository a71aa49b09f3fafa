using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Rehearsal;

/// <summary>
/// People to try the portal with. Their numbers are from a range that is kept for fiction (555-01xx: unlike the British
/// one it passes for real, so that it can be typed in again); their addresses are under a domain that can never exist.
/// </summary>
public static class DemoAccounts
{
    public const string Password = "Open-Sesame-42";

    private static readonly TimeSpan s_lately = TimeSpan.FromDays(3);
    private static readonly TimeSpan s_longAgo = TimeSpan.FromDays(200);

    /// <summary>With their notes in the reader's language.</summary>
    public static IReadOnlyList<DemoAccount> All =>
    [
        User("rachel", "Rachel Hart", [Mail("rachel"), Phone("+12025550101")], s_lately, RehearsalWords.Account_Rachel),
        User("rachael", "Rachael Hart", [Mail("rachael")], s_lately, RehearsalWords.Account_Rachael),
        User("omar", "Omar Haddad", [Mail("omar"), Phone("+12025550103")], s_lately, RehearsalWords.Account_Omar, "ar") with { AppSeed = DemoApps.SeedOf(Name("omar")) },
        User("newcomer", "Nina Berg", [], null, RehearsalWords.Account_Newcomer),
        User("dormant", "Dora Lang", [Mail("dormant"), Phone("+12025550105")], s_longAgo, RehearsalWords.Account_Dormant),
        Staff("helper", "Henry Poole", Role.HelpDesk, RehearsalWords.Account_Helper),
        Staff("lead", "Lena Ortiz", Role.HelpDeskLead, RehearsalWords.Account_Lead),
        Staff("auditor", "Audrey Voss", Role.Auditor, RehearsalWords.Account_Auditor),
        Staff("admin", "Adam Stein", Role.Administrator, RehearsalWords.Account_Admin),
    ];

    private static DemoAccount User(string name, string displayName, Contact[] methods, TimeSpan? lastSignIn, string note, string language = "en") =>
        new(new(Name(name), displayName, language, "US", []), Password, methods, lastSignIn, note);

    private static DemoAccount Staff(string name, string displayName, Role role, string note) =>
        new(new(Name(name), displayName, "en", "US", [role]), Password, [Mail(name)], s_lately, note) { AppSeed = DemoApps.SeedOf(Name(name)) };

    private static string Name(string name) => $"{name}@contoso.example";

    private static Contact Mail(string name) => new(MethodKind.Email, $"{name}@mail.example");

    private static Contact Phone(string number) => new(MethodKind.Phone, number);
}

using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Walks;

/// <summary>
/// Accounts of its own for one walk, and who comes near them: the owner, a thief who knows the owner's password, and a
/// stranger who knows the account's name.
/// </summary>
internal sealed class Scene
{
    public const string OtherPassword = "Quite-Another-7";

    private Scene(WalkPortal portal, int seed)
    {
        Portal = portal;
        var (owners, thiefs) = (Name("owner", seed), Name("thief", seed));
        Mail = new(MethodKind.Email, $"private{seed}@mail.example");
        Phone = new(MethodKind.Phone, $"+1202555{seed % 9000 + 1000}");
        ThiefsMail = new(MethodKind.Email, $"loot{seed}@post.example");
        Rightful = new("owner", Knows((owners, Support.Portal.Password)), [Mail.Value, Phone.Value, $"fresh{seed}@mail.example"], $"fresh{seed}@mail.example") { Wants = owners };
        Thief = new("thief", Knows((owners, Support.Portal.Password), (thiefs, OtherPassword)), [ThiefsMail.Value, $"fence{seed}@post.example"], $"fence{seed}@post.example") { Wants = owners };
        var stranger = new Walker("stranger", Knows(), [], $"nobody{seed}@post.example") { Wants = owners };
        Browsers = [new(portal, Rightful, 0), new(portal, Rightful, 1), new(portal, Thief, 2), new(portal, Thief, 3), new(portal, stranger, 4)];
    }

    public WalkPortal Portal { get; }

    public Contact Mail { get; }

    public Contact Phone { get; }

    public Contact ThiefsMail { get; }

    public Walker Rightful { get; }

    public Walker Thief { get; }

    public ImmutableArray<WalkBrowser> Browsers { get; }

    public Ledger Ledger { get; } = new();

    /// <summary>Every form that any browser was shown.</summary>
    public List<Form> Seen { get; } = [];

    /// <summary>The owner's account and the thief's, as they were when last looked at.</summary>
    public ImmutableArray<SecurityProfile> Accounts { get; private set; }

    public ImmutableArray<AccountId> Ids { get; private set; }

    /// <param name="isNew">The owner's account has no methods yet.</param>
    public static async Task<Scene> OpenAsync(WalkPortal portal, int seed, bool isNew)
    {
        Scene scene = new(portal, seed);
        scene.Ids = await portal.Writes.RunAsync(
            context =>
            {
                SecurityProfile[] profiles = [scene.Profile(scene.Rightful, Support.Portal.Password, isNew ? [] : [scene.Mail, scene.Phone]), scene.Profile(scene.Thief, OtherPassword, [scene.ThiefsMail])];
                context.AddRange(profiles);
                return ImmutableArray.CreateRange(profiles.Select(profile => profile.Id));
            },
            CancellationToken.None);
        scene.Accounts = await scene.LookAsync();
        foreach (var (account, password) in scene.Ids.Zip([Support.Portal.Password, OtherPassword]))
            scene.Ledger.Passwords[account] = [password];
        return scene;
    }

    /// <summary>As they are now, time included.</summary>
    public async Task<ImmutableArray<SecurityProfile>> LookAsync()
    {
        var found = await Portal.ReadAsync(context => context.Profiles.AsNoTracking().Where(profile => Ids.Contains(profile.Id)).ToListAsync());
        found.ForEach(profile => profile.Advance(Portal.Policy, Portal.Now));
        return [.. Ids.Select(id => found.Single(profile => profile.Id == id))];
    }

    /// <summary>Of the owner's account.</summary>
    public MethodId MethodOf(Contact contact) => Accounts[0].Methods.First(method => method.Contact == contact).Id;

    public void Remember(ImmutableArray<SecurityProfile> accounts) => Accounts = accounts;

    public Task CloseAsync() => Portal.Writes.RunAsync(
        context => context.Profiles.Where(profile => Ids.Contains(profile.Id)).ExecuteDelete(),
        CancellationToken.None);

    private SecurityProfile Profile(Walker whose, string password, Contact[] methods)
    {
        var name = whose.Passwords.First(known => known.Value == password).Key;
        var profile = SecurityProfile.Open(AccountId.New(Portal.Now), new(name, whose.Name, "en", "US", []), Portal.HashOf(password), Portal.Now);
        foreach (var contact in methods)
            profile.Grant(SecurityMethod.Verified(MethodId.New(Portal.Now), contact, "en", Portal.Now - 60.Days, Portal.Now - 60.Days));
        return profile;
    }

    private static string Name(string who, int seed) => $"{who}{seed}@contoso.example";

    private static ImmutableDictionary<string, string> Knows(params (string Name, string Password)[] passwords) =>
        passwords.ToImmutableDictionary(known => known.Name, known => known.Password);
}

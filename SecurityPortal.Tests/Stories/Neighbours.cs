using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Storage;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>People whom a rehearsal lacks: with an address, or an address and a phone, and nothing else that could save them.</summary>
public static class Neighbours
{
    private static readonly (string Name, Contact[] Contacts)[] s_all =
    [
        ("adam", []),
        ("audrey", []),
        ("henry", []),
        ("lena", []),
        ("nora", [new(MethodKind.Phone, "+12025550108")]),
        ("otis", [new(MethodKind.Phone, "+12025550106")]),
    ];

    /// <summary>Once in each portal.</summary>
    public static async Task MoveInAsync(PortalServer portal)
    {
        _ = portal.Url;
        var cancel = TestContext.Current.CancellationToken;
        await using var context = await portal.Services.GetRequiredService<IDbContextFactory<PortalContext>>().CreateDbContextAsync(cancel);
        var first = Account(s_all[0].Name);
        if (await context.Profiles.AnyAsync(profile => profile.Name == first, cancel))
            return;

        var hash = await portal.Services.GetRequiredService<Passwords>().HashAsync(Password, cancel);
        var begun = portal.Services.GetRequiredService<TimeProvider>().GetUtcNow() - 3.Days;
        context.Profiles.AddRange(s_all.Select(one => Open(one.Name, [new(MethodKind.Email, Mail(one.Name)), .. one.Contacts], hash, begun)));
        _ = await context.SaveChangesAsync(cancel);
    }

    private static SecurityProfile Open(string name, Contact[] contacts, string hash, DateTimeOffset begun)
    {
        var profile = SecurityProfile.Open(AccountId.New(begun), new(Account(name), name, "en", "US", []), hash, begun);
        foreach (var (place, contact) in contacts.Index())
            profile.Grant(SecurityMethod.Verified(MethodId.New(begun), contact, "en", begun.AddTicks(place), begun), begun);
        return profile;
    }
}

using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using SecurityPortal.Work;

namespace SecurityPortal.Tests.Peer;

/// <summary>Somebody who adds, removes and replaces without end, and says a thing only after it was acknowledged.</summary>
internal sealed class Flows(ServiceProvider portal, string name)
{
    private const string Password = "Correct-Horse-9";

    private readonly SecurityInfoService _service = portal.GetRequiredService<SecurityInfoService>();
    private readonly KeptMessages _messages = portal.GetRequiredService<KeptMessages>();
    private readonly Outbox _outbox = portal.GetRequiredService<Outbox>();
    private readonly Queue<string> _added = [];
    private int _number;

    /// <summary>Four people at once, whose changes share transactions. They live until they are killed.</summary>
    public static async Task<int> LiveAsync(string folder, int run)
    {
        await using var portal = OtherPortal.Open(folder, TimeProvider.System, settings: Unlimited.Settings);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(place => Task.Run(() => new Flows(portal, $"person{(run * 4) + place}@contoso.example").LiveAsync())));
        return 0;
    }

    private async Task LiveAsync()
    {
        var owner = await SignInAsync();
        for (var round = 1; ; round++)
        {
            await AddAsync(owner);
            if (_added.Count > 5)
                await RemoveAsync(owner);
            if (round is 4 or 8)
            {
                await ReplaceAsync();
                owner = await SignInAsync();
                Say("cancelled", "");
                Must(await _service.SayWhoStartedAsync(owner, wasOwner: true, CancellationToken.None));
            }
        }
    }

    private async Task<Owner> SignInAsync()
    {
        var limited = await GivePasswordAsync();
        var home = (await OverviewAsync(limited)).Usable.First().Id;
        Must(await _service.AskForCodeAsync(limited, Purpose.SignIn, home, CancellationToken.None));
        var signIn = await CodeAsync(limited, Purpose.SignIn);
        var owner = (await _service.CompleteSignInAsync(limited, signIn.Id, signIn.Code, CancellationToken.None)).Owner!;
        Must(await _service.AskForCodeAsync(owner, Purpose.ChangeSecurityInfo, home, CancellationToken.None));
        var proof = await CodeAsync(owner, Purpose.ChangeSecurityInfo);
        Must(await _service.ProveAsync(owner, proof.Id, proof.Code, CancellationToken.None));
        return owner;
    }

    private async Task AddAsync(Owner owner)
    {
        var contact = NextContact();
        Must(await _service.AddMethodAsync(owner, contact, CancellationToken.None));
        var asked = await CodeAsync(owner, Purpose.ConfirmMethod);
        Must(await _service.ConfirmMethodAsync(owner, asked.Id, asked.Code, CancellationToken.None));
        Say("added", contact.Value);
        _added.Enqueue(contact.Value);
    }

    private async Task RemoveAsync(Owner owner)
    {
        var address = _added.Dequeue();
        var method = (await OverviewAsync(owner)).Methods.First(method => method.Shown == address).Id;
        Must(await _service.RemoveMethodAsync(owner, method, knowingly: false, CancellationToken.None));
        Say("removed", address);
    }

    private async Task ReplaceAsync()
    {
        var limited = await GivePasswordAsync();
        var contact = NextContact();
        Must(await _service.EnterNewInfoAsync(limited, contact, CancellationToken.None));
        var asked = await CodeAsync(limited, Purpose.ConfirmNewInfo);
        Must(await _service.ConfirmNewInfoAsync(limited, asked.Id, asked.Code, CancellationToken.None));
        Must(await _service.StartReplacementAsync(limited, CancellationToken.None));
        Say("started", contact.Value);
    }

    private async Task<Owner> GivePasswordAsync() =>
        (await _service.SignInAsync(new("192.0.2.1", "Chrome on Linux", "peer"), name, Password, CancellationToken.None)).Owner!;

    private async Task<(ChallengeId Id, string Code)> CodeAsync(Owner owner, Purpose purpose)
    {
        await _outbox.FlushAsync(CancellationToken.None);
        var challenge = (await OverviewAsync(owner)).ChallengeFor(purpose)!;
        var codes = _messages.All.Where(message => message.Code is not null && message.Reference == challenge.Reference);
        return (challenge.Id, codes.Last(message => message.To.Contains(name.Split('@')[0], StringComparison.Ordinal)).Code!);
    }

    private async Task<SecurityOverview> OverviewAsync(Owner owner) => (await _service.OverviewAsync(owner, CancellationToken.None))!;

    private Contact NextContact() => new(MethodKind.Email, string.Create(CultureInfo.InvariantCulture, $"{name.Split('@')[0]}.{++_number}@mail.example"));

    private void Say(string what, string whom) => Console.Out.WriteLine($"{what} {name} {whom}");

    private static void Must(Refusal? refusal)
    {
        if (refusal is not null)
            throw new InvalidOperationException($"{refusal}");
    }
}

using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>Rachel has a passkey, and is fully signed in.</summary>
public abstract class PasskeyTest : IAsyncLifetime
{
    protected SoftAuthenticator Key { get; } = new();

    protected Visitor Visitor { get; } = From("192.0.2.1") with { BrowserId = "hers" };

    protected Portal Portal { get; private set; } = null!;

    protected Owner Rachels { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Portal = await Portal.OpenAsync(Unlimited.Settings);
        await Portal.SeedAsync();
        Rachels = await Portal.SignInAsync();
        await Portal.ProveAsync(Rachels);
        Assert.Null(await AddAsync(Rachels, Key));
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        Key.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task<Refusal?> AddAsync(Owner owner, SoftAuthenticator key)
    {
        var (refusal, ask) = await Portal.Service.AskToMakePasskeyAsync(owner, Cancel);
        return refusal ?? await Portal.Service.AddPasskeyAsync(owner, ask!.Token, key.Make(ask.Options), "", Cancel);
    }

    protected async Task<SignInAnswer> SignInAsync(SoftAuthenticator? key = null)
    {
        var ask = await Portal.Service.AskForAnyPasskeyAsync(Visitor, Cancel);
        return await Portal.Service.SignInByPasskeyAsync(Visitor, ask.Token, (key ?? Key).Prove(ask.Options), Cancel);
    }

    protected async Task<MethodId> PasskeyAsync() =>
        (await Portal.OverviewAsync(Rachels)).Methods.Single(method => method.Kind == MethodKind.Passkey).Id;

    protected Task<List<SignInEvent>> EventsAsync() =>
        Portal.ReadAsync(context => Task.FromResult(context.SignIns.ToList()));

    protected static PasskeyFault? FaultOf(Refusal? refusal) => (refusal as Refusal.WrongPasskey)?.Fault;
}

using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>Rachel has forgotten her password, in a browser of hers.</summary>
public abstract class ResettingTest : IAsyncLifetime
{
    protected const string NewPassword = "Four-quiet-words-77";

    protected static Visitor Hers { get; } = From("192.0.2.1") with { BrowserId = "hers" };

    protected Portal Portal { get; private protected set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Portal = await Portal.OpenAsync(Unlimited.Settings);
        await Portal.SeedAsync();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Portal.DisposeAsync();
    }

    protected async Task ProveFirstAsync(Contact contact, Visitor? by = null)
    {
        Assert.Null(await Portal.Service.StartResetAsync(by ?? Hers, Rachel, contact.Value, Cancel));
        Assert.Null(await Portal.Service.ProveResetAsync(by ?? Hers, await LastCodeAsync(contact), Cancel));
        Assert.True((await Portal.Service.ResetAsync(by ?? Hers, Cancel))!.IsFirstProved);
    }

    protected async Task ProveSecondAsync(Contact contact, Visitor? by = null)
    {
        Assert.Null(await Portal.Service.AskForSecondAsync(by ?? Hers, await IdOfAsync(contact), Cancel));
        Assert.Null(await Portal.Service.ProveSecondAsync(by ?? Hers, await LastCodeAsync(contact), Cancel));
    }

    protected async Task<string> LastCodeAsync(Contact contact)
    {
        await Portal.SendMailAsync();
        return Portal.Messages.To(contact.Value).Last(message => message.Code is not null).Code!;
    }

    protected async Task<MethodId> IdOfAsync(Contact contact)
    {
        var profile = await Portal.ReadAsync(context => Task.FromResult(context.Profiles.Single(known => known.Name == Rachel)));
        return profile.Methods.Single(method => method.Contact == contact).Id;
    }
}

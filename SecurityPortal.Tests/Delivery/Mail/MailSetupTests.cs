using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SecurityPortal.Delivery;
using SecurityPortal.Delivery.Mail;

namespace SecurityPortal.Tests.Delivery.Mail;

/// <summary>What is there depends on what is configured.</summary>
public sealed class MailSetupTests
{
    private static readonly Dictionary<string, string?> s_mail = new()
    {
        ["Mail:Host"] = "mail.example",
        ["Mail:Port"] = "587",
        ["Mail:Security"] = "StartTls",
        ["Mail:From"] = "portal@contoso.example",
        ["Mail:ReturnPath"] = "bounces@contoso.example",
        ["Mail:Connections"] = "4",
    };

    private static readonly Dictionary<string, string?> s_bounces = new(s_mail)
    {
        ["Mail:Bounces:Host"] = "mail.example",
        ["Mail:Bounces:Port"] = "993",
        ["Mail:Bounces:Security"] = "Tls",
        ["Mail:Bounces:UserName"] = "bounces",
        ["Mail:Bounces:Password"] = "hush-hush",
        ["Mail:Bounces:Folder"] = "INBOX",
    };

    [Fact]
    public async Task Without_a_host_nothing_is_there()
    {
        await using var services = Services([]);

        Assert.Null(services.GetService<IMessageChannel>());
        Assert.Null(services.GetService<BounceMailbox>());
        Assert.False(services.GetRequiredService<IOptions<MailOptions>>().Value.IsConfigured);
    }

    [Fact]
    public async Task With_a_host_mail_is_sent()
    {
        await using var services = Services(s_mail);

        Assert.Same(services.GetRequiredService<MailChannel>(), services.GetRequiredService<IMessageChannel>());
        Assert.Null(services.GetService<BounceMailbox>());
    }

    [Fact]
    public async Task With_a_mailbox_bounces_are_read()
    {
        await using var services = Services(s_bounces);

        Assert.NotNull(services.GetService<BounceMailbox>());
    }

    [Fact]
    public async Task A_setting_that_is_wrong_stops_the_start()
    {
        await using var services = Services(new(s_mail) { ["Mail:From"] = "nobody" });

        var refusal = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.StartsWith("Mail:From must ", Assert.Single(refusal.Failures), StringComparison.Ordinal);
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddSingleton(Mails.Keys)
        .AddMail(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .BuildServiceProvider();
}

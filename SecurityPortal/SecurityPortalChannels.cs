using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SecurityPortal.Commands;
using SecurityPortal.Delivery;
using SecurityPortal.Delivery.Calls;
using SecurityPortal.Delivery.Mail;
using SecurityPortal.Delivery.Reports;
using SecurityPortal.Delivery.Texts;
using SecurityPortal.Domain;
using SecurityPortal.Rehearsal;
using SecurityPortal.Service;
using SecurityPortal.Storage;
using SecurityPortal.Web;

namespace SecurityPortal;

/// <summary>How the ways out of the building are put together, and what comes back by them.</summary>
internal static class SecurityPortalChannels
{
    private static readonly PortalItself s_portal = new();

    /// <summary>In a rehearsal nothing leaves the building, whatever is configured.</summary>
    public static void AddChannels(this WebApplicationBuilder builder)
    {
        builder.Services.AddDelivery(builder.Configuration);
        if (!builder.IsRehearsing)
            builder.AddRealChannels();
    }

    /// <summary>Commands ask it too, and have no channels (R-METH-5).</summary>
    public static void SayWhetherItCalls(this WebApplicationBuilder builder)
    {
        if (builder.IsRehearsing || CallsSetup.IsConfigured(builder.Configuration))
            _ = builder.Services.PostConfigure<SecurityOptions>(security => security.AllowCalls());
    }

    /// <summary>Without a store: what comes back is for this process alone, so any key will do.</summary>
    public static void AddChannelsAlone(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        byte[][] keys = [RandomNumberGenerator.GetBytes(32)];
        builder.Services.AddSingleton(new ReturnPathKeys(() => keys));
        builder.AddRealChannels();
    }

    private static void AddRealChannels(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(provider =>
        {
            Lazy<byte[][]> keys = new(() =>
                [.. provider.GetRequiredService<StoreFolder>().CodeKeys().OrderByDescending(key => key.Key).Select(key => key.Value)]);
            return new ReturnPathKeys(() => keys.Value);
        });
        builder.Services.AddMail(builder.Configuration);

        // What a reader of a notice may want to know stands on the portal's own page, unless it is said to be elsewhere.
        builder.Services.PostConfigure<MailOptions>(mail => mail.HelpAddress ??= HelpPageOf(builder.Configuration));
        builder.Services.AddTexts(builder.Configuration);
        builder.Services.AddCalls(builder.Configuration);
    }

    /// <summary>Listens where the portal would, and reads its mailbox for bounces.</summary>
    public static async Task<HeardReports> HearReportsAsync(this WebApplication app, CancellationToken cancel)
    {
        var mailbox = app.Services.GetService<BounceMailbox>();
        List<Channel> kinds = mailbox is null ? [] : [Channel.Email];
        HeardReports reports = new(kinds);
        app.UseDeliveryReports((report, _) =>
        {
            reports.Put(report);
            return Task.FromResult(true);
        });
        _ = mailbox?.WatchAsync(
            (report, _) =>
            {
                reports.Put(report);
                return Task.CompletedTask;
            },
            cancel);
        try
        {
            await app.StartAsync(cancel);
            kinds.AddRange(app.Services.GetServices<ReportSource>().Select(source => source.Address).Where(address => address.Of(Guid.Empty) is not null)
                .Select(address => address.Place == "calls" ? Channel.Voice : Channel.Sms));
        }
        catch (IOException)
        {
            // The portal runs, and gateways report to it.
        }

        return reports;
    }

    private static Uri? HelpPageOf(IConfiguration configuration) =>
        Uri.TryCreate(configuration[$"{PortalOptions.Section}:{nameof(PortalOptions.BaseAddress)}"], UriKind.Absolute, out var portal) && portal.Scheme == Uri.UriSchemeHttps
            ? new(portal, "/help")
            : null;

    /// <summary>So that readers can tell the portal's messages from others (R-DEL-3).</summary>
    public static void NameSenders(this WebApplication app)
    {
        var address = app.Services.GetRequiredService<PortalAddress>();
        if (app.Services.GetService<IOptions<MailOptions>>()?.Value is { From: { Length: > 0 } from } mail)
            address.MailSender = mail.FromName.Length > 0 ? $"{mail.FromName} <{from}>" : from;
        if (app.Services.GetService<IOptions<TextsOptions>>()?.Value is { } texts)
            address.TextSender = texts.Kind is TextGateway.Webhook ? texts.Webhook.From : texts.Kannel.Sender;
        if (app.Services.GetService<IOptions<CallsOptions>>()?.Value is { } calls)
            address.CallSender = calls.Webhook.From;
    }

    public static void UseReports(this WebApplication app)
    {
        var service = app.Services.GetRequiredService<SecurityInfoService>();
        app.UseDeliveryReports(async (report, cancel) => await service.ReportDeliveryAsync(s_portal, report, cancel) is not null);
    }
}

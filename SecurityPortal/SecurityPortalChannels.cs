using SecurityPortal.Delivery;
using SecurityPortal.Delivery.Calls;
using SecurityPortal.Delivery.Mail;
using SecurityPortal.Delivery.Reports;
using SecurityPortal.Delivery.Texts;
using SecurityPortal.Rehearsal;
using SecurityPortal.Service;
using SecurityPortal.Storage;

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

    /// <summary>An import asks it too, and has no channels (R-METH-5).</summary>
    public static void SayWhetherItCalls(this WebApplicationBuilder builder) =>
        builder.Services.PostConfigure<SecurityOptions>(security =>
            security.HasCalls = builder.IsRehearsing || CallsSetup.IsConfigured(builder.Configuration));

    private static void AddRealChannels(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(provider => new ReturnPathKeys(() =>
            [.. provider.GetRequiredService<StoreFolder>().CodeKeys().OrderByDescending(key => key.Key).Select(key => key.Value)]));
        builder.Services.AddMail(builder.Configuration);
        builder.Services.AddTexts(builder.Configuration);
        builder.Services.AddCalls(builder.Configuration);
    }

    public static void UseReports(this WebApplication app)
    {
        var service = app.Services.GetRequiredService<SecurityInfoService>();
        app.UseDeliveryReports(async (report, cancel) => await service.ReportDeliveryAsync(s_portal, report, cancel) is not null);
    }
}

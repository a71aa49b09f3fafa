using SecurityPortal.Delivery;
using SecurityPortal.Delivery.Gateways;
using SecurityPortal.Delivery.Reports;
using SecurityPortal.Delivery.Texts;
using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Delivery.Texts;

internal static class Given
{
    public const string Secret = "0123456789-0123456789-0123456789";
    public const string Password = "kannel's own password";
    public const string Token = "Bearer 0a1b2c3d";

    public static readonly Guid Id = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");

    public static readonly ReportAddress Reports = new("texts", new("https://portal.example"), Secret);

    public static readonly ReportAddress NoReports = new("texts", new("https://portal.example"), secret: "");

    public static Dispatch Text(string text = "Your code is 493027.", string to = "+447700900123", string? code = "493027") =>
        new(Id, Channel.Sms, to, "Code", "en", "KQ4", "", text, "", code, []);

    public static KannelChannel Kannel(GatewayClient client, Uri url, ReportAddress? reports = null) => new(
        new() { Url = new(url, "/cgi-bin/sendsms"), UserName = "portal", Password = Password, Sender = "SECURITY", Smsc = "fast" },
        reports ?? Reports,
        client);

    public static WebhookOptions Webhook(Uri url) => new()
    {
        Url = new(url, "/v1/messages"),
        Headers = new Dictionary<string, string> { ["Authorization"] = Token, ["Idempotency-Key"] = "{id}" },
        Body = """{"to":"{to}","number":"{toDigits}","from":"{from}","body":["{text}"],"id":"{id}","call":"{reportUrl}","lang":"{language}"}""",
        From = "SECURITY",
        Report = new()
        {
            StagePath = "results.0.status",
            CausePath = "results.0.error",
            Stages = new Dictionary<string, DeliveryStage> { ["delivered"] = DeliveryStage.Delivered, ["failed"] = DeliveryStage.Bounced },
            Causes = new Dictionary<string, DeliveryCause> { ["13"] = DeliveryCause.UnknownSubscriber },
        },
    };
}

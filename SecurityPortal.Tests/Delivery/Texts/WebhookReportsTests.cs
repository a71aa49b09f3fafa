using System.Text;
using SecurityPortal.Delivery.Gateways;
using SecurityPortal.Delivery.Reports;
using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Delivery.Texts;

public sealed class WebhookReportsTests
{
    [Theory]
    [InlineData("01890a5d-ac96-774b-bcce-b302099a8057", true)]
    [InlineData("01890A5DAC96774BBCCEB302099A8057", true)]
    [InlineData("01890a5d-ac96-774b-bcce-b302099a8058", false)]
    [InlineData("", false)]
    public void Where_the_provider_repeats_the_id_it_must_be_the_one_of_the_address(string id, bool isTaken)
    {
        var options = Given.Webhook(new("https://provider.example")).Report;
        options.IdPath = "reference";

        var reading = Read(options, $$"""{"reference":"{{id}}","results":[{"status":"delivered"}]}""");

        Assert.Equal(isTaken, reading is ReportReading.Told { Stage: DeliveryStage.Delivered });
        Assert.Equal(!isTaken, reading is ReportReading.Malformed);
    }

    [Fact]
    public void A_cause_that_the_settings_do_not_name_is_kept_in_the_providers_words()
    {
        var reading = Read(Given.Webhook(new("https://provider.example")).Report, """{"results":[{"status":"Failed","error":"handset\nasleep"}]}""");

        Assert.Equal(new ReportReading.Told(DeliveryStage.Bounced, Cause: null, "Failed handset asleep"), reading);
    }

    [Fact]
    public void A_field_of_the_address_stands_in_where_the_body_has_none()
    {
        WebhookReportOptions options = new() { StagePath = "status", CausePath = "why", Stages = new Dictionary<string, DeliveryStage> { ["ok"] = DeliveryStage.Delivered } };
        var fields = ReportFields.Read("?status=ok&status=again&why=address", ("application/json", """{"why":true}"""u8.ToArray()));

        Assert.Equal(new ReportReading.Told(DeliveryStage.Delivered, Cause: null, "ok true"), new WebhookReports(options).Read(Given.Id, fields!));
    }

    [Theory]
    [InlineData("application/json", """{"status":"ok"}""")]
    [InlineData("application/x-www-form-urlencoded", "status=ok")]
    public void What_the_body_says_counts_before_the_address(string type, string body)
    {
        var fields = ReportFields.Read("?status=failed", (type, Encoding.UTF8.GetBytes(body)));

        Assert.Equal("ok", fields!["status"]);
    }

    private static ReportReading Read(WebhookReportOptions options, string json) =>
        new WebhookReports(options).Read(Given.Id, ReportFields.Read("", ("application/json", Encoding.UTF8.GetBytes(json)))!);
}

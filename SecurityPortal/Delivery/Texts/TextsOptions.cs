using SecurityPortal.Delivery.Gateways;
using SecurityPortal.Delivery.Reports;

namespace SecurityPortal.Delivery.Texts;

public enum TextGateway
{
    Kannel,
    Webhook,
}

/// <summary>The section <c>Texts</c> of the settings.</summary>
public sealed class TextsOptions
{
    public const string Section = "Texts";

    /// <summary>Empty when there is no way to send texts.</summary>
    public TextGateway? Kind { get; set; }

    /// <summary>Signs the addresses that a gateway reports to; without it no delivery reports are asked for.</summary>
    public string ReportSecret { get; set; } = "";

    /// <summary>For a gateway that knows the portal by another address than <c>Portal:BaseAddress</c>.</summary>
    public Uri? ReportBaseAddress { get; set; }

    public KannelOptions Kannel { get; set; } = new();

    public WebhookOptions Webhook { get; set; } = new();

    internal ReportAddress Reports => new("texts", ReportBaseAddress, ReportSecret);
}

public sealed class KannelOptions
{
    /// <summary>Of its <c>sendsms</c>.</summary>
    public Uri? Url { get; set; }

    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>A number, or up to eleven letters and digits; empty for the gateway's own.</summary>
    public string Sender { get; set; } = "";

    /// <summary>The way that the gateway is to send by; empty to leave it the choice.</summary>
    public string Smsc { get; set; } = "";
}

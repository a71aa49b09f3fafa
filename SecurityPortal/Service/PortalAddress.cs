namespace SecurityPortal.Service;

/// <summary>The one address that links in messages carry. Known once the portal is configured, in Development once it listens.</summary>
public sealed class PortalAddress
{
    public Uri Value { get; set; } = new("http://localhost/");

    /// <summary>Who the messages are from.</summary>
    public string Organisation { get; set; } = "";

    /// <summary>The address that mails come from, as their readers see it; empty where no mail server is set up.</summary>
    public string MailSender { get; set; } = "";

    /// <summary>The number or name that texts come from; empty where the gateway chooses one.</summary>
    public string TextSender { get; set; } = "";

    /// <summary>The number that calls come from; empty where the provider chooses one.</summary>
    public string CallSender { get; set; } = "";

    public Uri Of(string path) => new(Value, path);
}

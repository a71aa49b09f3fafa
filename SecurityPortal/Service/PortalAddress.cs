namespace SecurityPortal.Service;

/// <summary>The one address that links in messages carry. Known once the portal is configured, in Development once it listens.</summary>
public sealed class PortalAddress
{
    public Uri Value { get; set; } = new("http://localhost/");

    /// <summary>Who the messages are from.</summary>
    public string Organisation { get; set; } = "";

    public Uri Of(string path) => new(Value, path);
}

using System.Text.Json;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

public static class HelpPath
{
    public const string Page = "/help";

    public const string CallerNumber = Page + "/caller-number";

    /// <summary>A topic's place on the page, as it is written in addresses: <c>unknown-senders</c>.</summary>
    public static string Anchor(HelpTopic topic) => JsonNamingPolicy.KebabCaseLower.ConvertName(topic.ToString());
}

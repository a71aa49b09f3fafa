using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>The words of the help topics. In a text each line is a paragraph, in steps each line is one step.</summary>
public static class HelpTopics
{
    private static readonly (string Key, string Name)[] s_mail =
        [("Outlook", "Outlook"), ("Gmail", "Gmail"), ("AppleMail", "Apple Mail"), ("Gmx", "GMX, WEB.DE"), ("Yahoo", "Yahoo Mail")];

    private static readonly (string Key, string Name)[] s_phones = [("IPhone", "iPhone"), ("Android", "Android")];

    /// <summary>In the order in which they stand on the help page.</summary>
    public static readonly IReadOnlyList<(string Group, HelpTopic[] Topics)> Groups =
    [
        ("Mail", [HelpTopic.Junk, HelpTopic.MailRules, HelpTopic.MailFull]),
        ("Phone", [HelpTopic.UnknownSenders, HelpTopic.MessagesFilter, HelpTopic.TextsFull, HelpTopic.NoSignal, HelpTopic.SilencedCalls]),
        ("Both", [HelpTopic.WrongContact, HelpTopic.TwoAccounts, HelpTopic.LateMessage, HelpTopic.NoDevice]),
        ("NoCode", [HelpTopic.Passkey, HelpTopic.AppCode, HelpTopic.RecoveryCodes]),
        ("Portal", [HelpTopic.Stages, HelpTopic.Refused, HelpTopic.Blocks, HelpTopic.Regions, HelpTopic.Voip]),
    ];

    public static string Group(string name) => Words($"Group_{name}")!;

    public static string Title(HelpTopic topic) => Words($"{topic}_Name")!;

    public static string[] Lines(HelpTopic topic) => Words($"{topic}_About")!.Split('\n');

    public static IEnumerable<(string Platform, string[] Steps)> Steps(HelpTopic topic) =>
        from platform in PlatformsOf(topic)
        select (platform.Name, Words($"{topic}_{platform.Key}")!.Split('\n'));

    private static (string Key, string Name)[] PlatformsOf(HelpTopic topic) => topic switch
    {
        HelpTopic.Junk or HelpTopic.MailRules or HelpTopic.MailFull => s_mail,
        HelpTopic.UnknownSenders or HelpTopic.MessagesFilter or HelpTopic.TextsFull or HelpTopic.NoSignal or HelpTopic.SilencedCalls => s_phones,
        _ => [],
    };

    private static string? Words(string key) => HelpWords.ResourceManager.GetString(key, HelpWords.Culture);
}

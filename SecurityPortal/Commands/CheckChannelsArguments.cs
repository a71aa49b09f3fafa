using SecurityPortal.Delivery.Gateways;
using SecurityPortal.Domain;
using SecurityPortal.Resources;

namespace SecurityPortal.Commands;

/// <summary>By which channel a test goes, and where.</summary>
public sealed record ChannelTest(Channel Channel, string To);

/// <summary><c>check-channels [--mail …] [--text …] [--call …] [--Texts:Kind=Kannel …]</c></summary>
/// <param name="Settings">Laid over the settings files, as when the portal is started.</param>
public sealed record CheckChannelsArguments(IReadOnlyList<ChannelTest> Tests, IReadOnlyList<string> Settings)
{
    private static readonly string[] s_sections = ["Portal:", "Mail:", "Texts:", "Calls:"];

    /// <summary>Null when they say something else.</summary>
    public static CheckChannelsArguments? Read(IReadOnlyList<string> arguments, out string reason)
    {
        string[] settings = [.. arguments.Where(SettingArguments.IsSetting)];
        string[][] rest = [.. arguments.Where(argument => !SettingArguments.IsSetting(argument)).Chunk(2)];
        ChannelTest?[] tests = [.. rest.Select(Test)];
        reason = settings.Select(SettingFault).Concat(tests.Select(Fault)).FirstOrDefault(fault => fault is not null)
            ?? CheckWords.Usage;
        return tests.Length > 0 && reason == CheckWords.Usage && !tests.Contains(null) ? new([.. tests.OfType<ChannelTest>()], settings) : null;
    }

    private static ChannelTest? Test(string[] pair) => pair switch
    {
        ["--mail", var to] => new(Channel.Email, to),
        ["--text", var to] => new(Channel.Sms, to),
        ["--call", var to] => new(Channel.Voice, to),
        _ => null,
    };

    private static string? SettingFault(string setting) =>
        SettingArguments.NameOf(setting) is var name && !SettingArguments.IsKnown(name, s_sections)
            ? CheckWords.Setting_Unknown.With(Printable.Of(name))
            : null;

    private static string? Fault(ChannelTest? test) => test switch
    {
        { Channel: Channel.Email, To: var to } when EmailAddress.Read(to, out _) is null => CheckWords.To_NotAnAddress.With(Printable.Of(to)),
        { Channel: Channel.Sms or Channel.Voice, To: var to } when !E164.Is(to) => CheckWords.To_NotANumber.With(Printable.Of(to)),
        _ => null,
    };
}

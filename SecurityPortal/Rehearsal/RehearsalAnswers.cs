using System.Collections.Immutable;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Rehearsal;

// What scripts and tests are answered; the names are a contract.

public sealed record MessageAnswer(
    Guid Id,
    string Channel,
    string To,
    string Subject,
    string Text,
    string Html,
    string? Code,
    string? Reference,
    string Language,
    string Kind,
    string Stage,
    DateTime SentAt,
    IReadOnlyList<string> Links)
{
    public static MessageAnswer Of(KeptMessage kept)
    {
        var message = kept.Message;
        return new(
            message.Id,
            NameOf(message.Channel),
            message.To,
            message.Subject,
            message.Text,
            message.Html,
            message.Code,
            message.Reference,
            message.Language,
            InCamelCase(message.Kind),
            InCamelCase(kept.Stage.ToString()),
            kept.SentAt.UtcDateTime,
            message.Links);
    }

    private static string NameOf(Channel channel) => channel switch
    {
        Domain.Channel.Email => "email",
        Domain.Channel.Sms => "sms",
        Domain.Channel.Voice => "voice",
    };

    private static string InCamelCase(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);
}

public sealed record ClockAnswer(DateTime Now, TimeSpan Offset)
{
    public static ClockAnswer Of(RehearsalClock clock) => new(clock.GetUtcNow().UtcDateTime, clock.Offset);
}

public sealed record AccountAnswer(string Name, string Password, ImmutableArray<string> Roles, string Note)
{
    public static AccountAnswer Of(DemoAccount account) =>
        new(account.Details.Name, account.Password, [.. account.Details.Roles.Select(role => role.ToString())], account.Note);
}

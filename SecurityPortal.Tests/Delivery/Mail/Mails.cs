using System.Text;
using Microsoft.Extensions.Options;
using MimeKit;
using SecurityPortal.Delivery;
using SecurityPortal.Delivery.Mail;
using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Delivery.Mail;

/// <summary>A message, and the smallest settings that send it.</summary>
internal static class Mails
{
    public static readonly DateTimeOffset WrittenAt = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public static readonly ReturnPathKeys Keys = new(() => [[.. Enumerable.Repeat((byte)7, 32)]]);

    public static Dispatch Code { get; } = new(
        Guid.CreateVersion7(WrittenAt),
        SecurityPortal.Domain.Channel.Email,
        "rachel@mail.example",
        "Code",
        "en",
        "K7",
        "Your code 482913",
        "Your code is\n\n482913\n\nNever share it.",
        "<p>Your code is <b>482913</b></p>",
        "482913",
        ["https://portal.example/undo/0123456789abcdef0123456789abcdef"]);

    public static Dispatch Notice { get; } = Code with
    {
        Id = Guid.CreateVersion7(WrittenAt),
        Kind = nameof(SecurityEvent.ReplacementStarted),
        Code = null,
        Subject = "Ihre Sicherheitsinfos: Änderung",
        Text = "Jemand möchte alles ersetzen.",
        Language = "de",
    };

    public static MailOptions Options(int port = 25) => new()
    {
        Host = "127.0.0.1",
        Port = port,
        Security = MailSecurity.None,
        From = "portal@contoso.example",
        FromName = "Contoso Sicherheit für alle",
        ReplyTo = "help@contoso.example",
        ReturnPath = "bounces@mail.contoso.example",
        HelpAddress = new("mailto:help@contoso.example"),
        Connections = 2,
    };

    public static MailComposer Composer(MailOptions options, TimeProvider? clock = null) =>
        new(new OptionsWrapper<MailOptions>(options), clock ?? TimeProvider.System);

    public static ReturnPath ReturnPath(MailOptions options) => new(new OptionsWrapper<MailOptions>(options), Keys);

    public static MailChannel Channel(MailOptions options, TimeProvider? clock = null) =>
        new(new OptionsWrapper<MailOptions>(options), Composer(options), ReturnPath(options), clock ?? TimeProvider.System);

    public static string Written(this MimeMessage mail)
    {
        using MemoryStream stream = new();
        mail.WriteTo(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

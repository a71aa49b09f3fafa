using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SecurityPortal.Domain;

namespace SecurityPortal.Delivery.Mail;

/// <summary>What the settings of the section <c>Mail</c> must be like; a breach stops the start and names its key.</summary>
public sealed partial class MailOptionsRules : IValidateOptions<MailOptions>
{
    private const int MostConnections = 50;

    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        if (!options.IsConfigured)
            return ValidateOptionsResult.Success;

        string[] faults =
        [
            .. Server("Mail", options.Host, options.Port, options.Security),
            .. SignIn(options),
            .. Addresses(options),
            .. Files(options),
            .. Bounces(options),
        ];
        return faults is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Server(string section, string host, int port, MailSecurity security)
    {
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
            yield return $"{section}:Host must be the name or address of a server.";

        if (port is < 1 or > IPEndPoint.MaxPort)
            yield return $"{section}:Port must be between 1 and {IPEndPoint.MaxPort}.";

        if (!Enum.IsDefined(security))
            yield return $"{section}:Security must be StartTls, Tls or None.";
        else if (security == MailSecurity.None && !IsThisMachine(host))
            yield return $"{section}:Security must be StartTls or Tls: codes and passwords would travel in the clear to {host}.";
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static IEnumerable<string> SignIn(MailOptions options)
    {
        if (options.UserName == "" != (options.Password == ""))
            yield return "Mail:Password must be there with Mail:UserName, and not without.";

        if (options.Connections is < 1 or > MostConnections)
            yield return $"Mail:Connections must be between 1 and {MostConnections}.";
    }

    private static IEnumerable<string> Addresses(MailOptions options)
    {
        if (!IsMailbox(options.From))
            yield return "Mail:From must be an address like portal@mail.example.";

        if (options.FromName.Any(char.IsControl))
            yield return "Mail:FromName must be on one line.";

        if (options.ReplyTo != "" && !IsMailbox(options.ReplyTo))
            yield return "Mail:ReplyTo must be an address, or empty.";

        if (options.ReturnPath != "" && !(IsMailbox(options.ReturnPath) && ReturnPath.HasRoomFor(options.ReturnPath)))
            yield return $"Mail:ReturnPath must be an address with at most {ReturnPath.LongestName} letters before the @, or empty.";

        if (options.HelpAddress is { } help && !(help.IsAbsoluteUri && help.Scheme is "mailto" or "https"))
            yield return "Mail:HelpAddress must begin with mailto: or https:, or be empty.";
    }

    private static bool IsMailbox(string address) => EmailAddress.Read(address, out _)?.Value == address;

    private static IEnumerable<string> Files(MailOptions options)
    {
        if (options.Certificate != "" && ServerTrust.FaultOf(options.Certificate) is { } fault)
            yield return $"Mail:Certificate {fault}";

        if (!options.Dkim.IsConfigured)
            yield break;

        if (!DomainName().IsMatch(options.Dkim.Domain))
            yield return "Mail:Dkim:Domain must be a domain like mail.example.";

        if (!DomainName().IsMatch(options.Dkim.Selector))
            yield return "Mail:Dkim:Selector must be a name like portal1.";

        if (DkimKey.Read(options.Dkim.KeyFile, out var keyFault) is null)
            yield return $"Mail:Dkim:KeyFile {keyFault}";
    }

    private static IEnumerable<string> Bounces(MailOptions options)
    {
        var bounces = options.Bounces;
        if (!bounces.IsConfigured)
            yield break;

        foreach (var fault in Server("Mail:Bounces", bounces.Host, bounces.Port, bounces.Security))
            yield return fault;

        if (bounces.UserName == "" || bounces.Password == "")
            yield return "Mail:Bounces:UserName and Password must be there to read the mailbox.";

        if (bounces.Folder == "")
            yield return "Mail:Bounces:Folder must be the folder that bounces come to, like INBOX.";

        if (options.ReturnPath == "")
            yield return "Mail:ReturnPath must be the address of the mailbox that Mail:Bounces reads.";
    }

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$")]
    private static partial Regex DomainName();
}

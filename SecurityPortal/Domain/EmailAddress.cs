using System.Buffers;
using System.Net;

namespace SecurityPortal.Domain;

/// <summary>Why a text is not an address that codes can be sent to (R-METH-6).</summary>
public enum EmailFault
{
    Empty,
    TooLong,
    ControlCharacters,
    LookAlikeLetters,
    NotOneMailbox,
    IpLiteral,
    NoFullDomain,
}

/// <summary>
/// Reads one bare mailbox: the dot-atom form of RFC 5321 in ASCII. Quoted names, comments, lists and display names are
/// refused, because a message must never reach more than the one mailbox that was meant.
/// </summary>
public static class EmailAddress
{
    private static readonly SearchValues<char> s_atom =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~.");

    public static Contact? Read(string? typed, out Refusal? refusal)
    {
        var text = typed?.Trim() ?? "";
        refusal = FaultOf(text) is { } fault ? new Refusal.NotAnEmail(fault) : null;
        return refusal is null ? new(MethodKind.Email, text) : null;
    }

    private static EmailFault? FaultOf(string text)
    {
        if (text.Length == 0)
            return EmailFault.Empty;

        if (text.Length > 254)
            return EmailFault.TooLong;

        if (text.Any(char.IsControl))
            return EmailFault.ControlCharacters;

        if (text.Any(letter => letter > 127))
            return EmailFault.LookAlikeLetters;

        return text.Split('@') is [var local, var domain] && IsLocalPart(local)
            ? DomainFault(domain)
            : EmailFault.NotOneMailbox;
    }

    private static bool IsLocalPart(string local) =>
        local.Length is > 0 and <= 64
        && !local.AsSpan().ContainsAnyExcept(s_atom)
        && local[0] != '.' && local[^1] != '.'
        && !local.Contains("..", StringComparison.Ordinal);

    private static EmailFault? DomainFault(string domain)
    {
        if (domain.StartsWith('[') || IPAddress.TryParse(domain, out _))
            return EmailFault.IpLiteral;

        var labels = domain.Split('.');
        if (!labels.All(IsLabel))
            return EmailFault.NotOneMailbox;

        return labels.Length < 2 || labels[^1].All(char.IsAsciiDigit) ? EmailFault.NoFullDomain : null;
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63
        && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
        && label[0] != '-' && label[^1] != '-';
}

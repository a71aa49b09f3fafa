using System.Text.RegularExpressions;
using SecurityPortal.Domain;

namespace SecurityPortal.Delivery.Mail;

/// <summary>
/// What a server meant that refused a message. Its enhanced status code says so best; servers that give none, or a vague one,
/// are judged by their words, and by the bare code when those say nothing either.
/// </summary>
internal static partial class RefusalCause
{
    /// <param name="isOfMailbox">Said of the address, before it saw the message.</param>
    public static DeliveryCause ForGood(MailReply reply, bool isOfMailbox) =>
        ByStatus(reply.Status, reply.Text) ?? ByWords(reply.Text) ?? ByCode(reply.Code, isOfMailbox);

    /// <summary>Of a server that asks for patience, or has kept us waiting until the message was given up.</summary>
    public static DeliveryCause ForNow(MailReply reply) => reply.Status switch
    {
        { Subject: 2, Detail: 2 } => DeliveryCause.MailboxFull,
        { Subject: 1, Detail: 2 } or { Subject: 4, Detail: 4 } => DeliveryCause.NoSuchDomain,
        { Subject: 7 } when Spam().IsMatch(reply.Text) => DeliveryCause.RefusedAsSpam,
        null or { IsVague: true } when Full().IsMatch(reply.Text) => DeliveryCause.MailboxFull,
        _ => DeliveryCause.TryLater,
    };

    private static DeliveryCause? ByStatus(EnhancedStatus? status, string text) => status switch
    {
        null or { IsVague: true } => null,

        // RFC 7505 means a domain without mail by it, Exchange a mailbox that it does not find.
        { Subject: 1, Detail: 10 } when NoMail().IsMatch(text) => DeliveryCause.NoSuchDomain,
        { Subject: 1, Detail: 2 } or { Subject: 4, Detail: 4 or 310 } => DeliveryCause.NoSuchDomain,
        { Subject: 1, Detail: 7 or 8 } => DeliveryCause.ChannelMisconfigured,
        { Subject: 1 } => DeliveryCause.NoSuchMailbox,

        { Subject: 2, Detail: 1 } => DeliveryCause.NoSuchMailbox,
        { Subject: 2, Detail: 2 } => DeliveryCause.MailboxFull,
        { Subject: 2, Detail: 3 } or { Subject: 3, Detail: 4 } or { Subject: 6 } => DeliveryCause.RefusedContent,

        // Exchange Online says so of an address that it does not know.
        { Subject: 4, Detail: 1 } when text.Contains("recipient address rejected", StringComparison.OrdinalIgnoreCase) =>
            DeliveryCause.NoSuchMailbox,

        // Nobody answered there, or not in time.
        { Subject: 4, Detail: 1 or 7 } => DeliveryCause.TryLater,

        { Subject: 7 } when Relay().IsMatch(text) => DeliveryCause.ChannelMisconfigured,

        // 5.7.20 and on: our signature or our sender was not believed (RFC 7372), which is how junk is told.
        { Subject: 7, Detail: >= 20 and <= 29 } => DeliveryCause.RefusedAsSpam,
        { Subject: 7 } when Spam().IsMatch(text) => DeliveryCause.RefusedAsSpam,
        _ => DeliveryCause.RefusedByServer,
    };

    private static DeliveryCause? ByWords(string text) => text switch
    {
        _ when Relay().IsMatch(text) => DeliveryCause.ChannelMisconfigured,
        _ when NoMail().IsMatch(text) => DeliveryCause.NoSuchDomain,
        _ when Full().IsMatch(text) => DeliveryCause.MailboxFull,
        _ when NoMailbox().IsMatch(text) => DeliveryCause.NoSuchMailbox,
        _ when TooLarge().IsMatch(text) => DeliveryCause.RefusedContent,
        _ when Spam().IsMatch(text) => DeliveryCause.RefusedAsSpam,
        _ => null,
    };

    private static DeliveryCause ByCode(int code, bool isOfMailbox) => code switch
    {
        556 => DeliveryCause.NoSuchDomain,
        552 => isOfMailbox ? DeliveryCause.MailboxFull : DeliveryCause.RefusedContent,
        550 or 551 or 553 when isOfMailbox => DeliveryCause.NoSuchMailbox,
        _ => DeliveryCause.RefusedByServer,
    };

    [GeneratedRegex(@"relay(ing)? (access )?(is )?(denied|not (permitted|allowed)|prohibited)|(unable|permitted|allowed) to relay", RegexOptions.IgnoreCase)]
    private static partial Regex Relay();

    [GeneratedRegex(@"null ?mx|does not accept (any )?(e-?mail|messages)|(domain|host)( name)?( \S+)? (not found|does not exist)|no such domain", RegexOptions.IgnoreCase)]
    private static partial Regex NoMail();

    [GeneratedRegex(@"quota|(mailbox|inbox|storage|account)( \S+)? (is )?(over ?)?full|out of storage", RegexOptions.IgnoreCase)]
    private static partial Regex Full();

    [GeneratedRegex(
        @"no such (user|mailbox|recipient|person|address)|(user|recipient|mailbox|address|account)( \S+)? (is )?(unknown|unavailable|not found|does not exist|doesn't exist|disabled|inactive|rejected)|(unknown|invalid|unrouteable) (user|recipient|mailbox|address|local)|doesn't have an? \S+ account",
        RegexOptions.IgnoreCase)]
    private static partial Regex NoMailbox();

    [GeneratedRegex(@"too (large|big)|size (exceed|limit)|exceed\S* .*\bsize", RegexOptions.IgnoreCase)]
    private static partial Regex TooLarge();

    [GeneratedRegex(@"spam|\bjunk|\bblock(ed|list)|\bblack ?list|\breputation|\brbl\b|\bdnsbl\b|unsolicited|\bdmarc\b|\bspf\b|\bdkim\b|unauthenticated", RegexOptions.IgnoreCase)]
    private static partial Regex Spam();
}

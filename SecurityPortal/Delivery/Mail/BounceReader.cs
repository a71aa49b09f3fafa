using MimeKit;
using SecurityPortal.Domain;

namespace SecurityPortal.Delivery.Mail;

/// <summary>Reads what mail servers write back about a message (RFC 3464).</summary>
public sealed class BounceReader(ReturnPath returnPath)
{
    // Where a mail system writes down the address that it delivered to.
    private static readonly string[] s_deliveredTo =
        ["X-Original-To", "Delivered-To", "Envelope-To", "X-Envelope-To", "Original-Recipient", "Apparently-To", "To"];

    /// <summary>Null for what tells of no message of ours: an answer by a person or a machine, or a report that anybody could have made up.</summary>
    public DeliveryReport? Read(MimeMessage mail)
    {
        if (MessageOf(mail) is not { } message || StatusOf(mail.Body) is not { } status)
            return null;

        // One mailbox was written to. Where it stands for several, the message has come as far as it has for the luckiest of them.
        return status.StatusGroups
            .Select(group => ReportOf(message, group))
            .Where(report => report is not null)
            .MinBy(report => Hope(report!.Stage));
    }

    private Guid? MessageOf(MimeMessage mail) =>
        mail.Headers
            .Where(header => s_deliveredTo.Contains(header.Field, StringComparer.OrdinalIgnoreCase))
            .Select(header => returnPath.Find(header.Value))
            .FirstOrDefault(message => message is not null);

    private static MessageDeliveryStatus? StatusOf(MimeEntity? body) =>
        body is MultipartReport report && "delivery-status".Equals(report.ReportType, StringComparison.OrdinalIgnoreCase)
            ? report.OfType<MessageDeliveryStatus>().FirstOrDefault()
            : null;

    /// <summary>Null for the lines that tell of the report itself.</summary>
    private static DeliveryReport? ReportOf(Guid message, HeaderList group)
    {
        var reply = ReplyOf(group["Status"] ?? "", group["Diagnostic-Code"] ?? "");
        var detail = ServerWords.OfReport(reply.ToString());
        return group["Action"]?.Split('(')[0].Trim().ToLowerInvariant() switch
        {
            "delivered" => new(message, DeliveryStage.Delivered, Detail: detail),
            "relayed" or "expanded" => new(message, DeliveryStage.Accepted, Detail: detail),
            "delayed" => new(message, DeliveryStage.Delayed, RefusalCause.ForNow(reply), detail),
            "failed" => new(message, DeliveryStage.Bounced, CauseOf(reply), detail),
            _ => null,
        };
    }

    /// <summary>The status that the reporting server gives, unless it is a vague one and the server that it speaks of gave a better.</summary>
    private static MailReply ReplyOf(string status, string diagnostic)
    {
        // "smtp; 550 5.1.1 …": before the semicolon it says whose words they are.
        var text = diagnostic[(diagnostic.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim();
        var said = MailReply.ReadQuoted(text) ?? new MailReply(0, EnhancedStatus.Read(text), text);
        var own = EnhancedStatus.Read(status);
        return said with { Status = own is null or { IsVague: true } ? said.Status ?? own : own };
    }

    private static DeliveryCause CauseOf(MailReply reply)
    {
        // It asked for patience until ours was at its end.
        if (reply is { Status.Class: 4 } or { Status: null, Code: >= 400 and < 500 })
            return RefusalCause.ForNow(reply);

        var cause = RefusalCause.ForGood(reply, isOfMailbox: true);
        return cause is DeliveryCause.ChannelMisconfigured ? DeliveryCause.RefusedByServer : cause;
    }

    private static int Hope(DeliveryStage stage) => stage switch
    {
        DeliveryStage.Delivered => 0,
        DeliveryStage.Accepted => 1,
        DeliveryStage.Delayed => 2,
        _ => 3,
    };
}

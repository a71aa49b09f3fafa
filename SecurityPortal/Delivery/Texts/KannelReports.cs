using System.Text.RegularExpressions;
using SecurityPortal.Delivery.Reports;
using SecurityPortal.Domain;

namespace SecurityPortal.Delivery.Texts;

/// <summary>Reads the call-backs that <see cref="KannelChannel"/> asks for: <c>type=%d&amp;reason=%A</c>.</summary>
public sealed partial class KannelReports : IReportReader
{
    public ReportReading Read(Guid message, ReportFields fields)
    {
        var reason = OneLine.Of(Text().Replace(fields["reason"] ?? "", ""));
        var detail = reason.Length > 0 ? reason : null;
        return fields["type"] switch
        {
            "1" => new ReportReading.Told(DeliveryStage.Delivered),
            "2" => new ReportReading.Told(DeliveryStage.Bounced, CauseOf(reason), detail),
            "4" => new ReportReading.Told(DeliveryStage.Delayed, DeliveryCause.PhoneUnreachable, detail),
            "8" => new ReportReading.Told(DeliveryStage.Accepted),
            "16" => new ReportReading.Told(DeliveryStage.Refused, DeliveryCause.RefusedByNetwork, detail),
            _ => new ReportReading.Malformed(),
        };
    }

    private static DeliveryCause CauseOf(string reason) =>
        NoSubscriber().IsMatch(reason) ? DeliveryCause.UnknownSubscriber
        : Expired().IsMatch(reason) ? DeliveryCause.PhoneUnreachable
        : DeliveryCause.RefusedByNetwork;

    // A network's receipt ends with how the text began.
    [GeneratedRegex(@"\btext:.*", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Text();

    // In words, as the SMPP status ESME_RINVDSTADR, or as the error that networks give first of all in their receipts.
    [GeneratedRegex(@"unknown[\s_-]*(subscriber|number|destination)|(invalid|unallocated)[\s_-]*(subscriber|number|dest)|0x0*b\b|\berr:0*1\b", RegexOptions.IgnoreCase)]
    private static partial Regex NoSubscriber();

    [GeneratedRegex(@"\bstat:EXPIRED\b|absent[\s_-]*subscriber", RegexOptions.IgnoreCase)]
    private static partial Regex Expired();
}

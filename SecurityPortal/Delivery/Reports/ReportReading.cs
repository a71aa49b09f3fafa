using SecurityPortal.Domain;

namespace SecurityPortal.Delivery.Reports;

/// <summary>What a gateway's call-back comes to.</summary>
public abstract record ReportReading
{
    private ReportReading()
    {
    }

    public sealed record Told(DeliveryStage Stage, DeliveryCause? Cause = null, string? Detail = null) : ReportReading;

    /// <summary>A step of the gateway's own that says nothing about how far the message has come.</summary>
    public sealed record Nothing(string Word) : ReportReading;

    public sealed record Malformed : ReportReading;
}

/// <summary>Understands the call-backs of one kind of gateway.</summary>
public interface IReportReader
{
    ReportReading Read(Guid message, ReportFields fields);
}

/// <summary>A gateway that reports to us.</summary>
public sealed record ReportSource(ReportAddress Address, IReportReader Reader);

using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

public sealed partial class SecurityInfoService
{
    /// <summary>
    /// Takes in what a mail server or a gateway says became of a message, and answers how far it has come, or null where
    /// there is no such message (R-DEL-2).
    /// </summary>
    public Task<DeliveryStage?> ReportDeliveryAsync(PortalItself worker, DeliveryReport report, CancellationToken cancel)
    {
        _ = worker;
        return writes.RunAsync(
            context =>
            {
                var now = clock.GetUtcNow();
                if (context.Messages.Find(report.Message) is not { } message)
                    return default(DeliveryStage?);

                if (message.Report(report, now))
                    NoteOnMethod(context, message, now);
                return message.Stage;
            },
            cancel);
    }

    /// <summary>What a method's owner sees of it: when something last arrived, and whether the last did (R-METH-1).</summary>
    private static void NoteOnMethod(PortalContext context, Message message, DateTimeOffset now) =>
        context.Methods.Find(message.Method)?.Note(message.Stage, message.Cause, now);
}

using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// What every step of a recovery request begins with: which request it is, and how far it has come by now.
public sealed partial class SecurityInfoService
{
    /// <summary>The latest that a code was sent for in this browser.</summary>
    private static RecoveryRequest? RequestOf(PortalContext context, Visitor visitor) => visitor.BrowserId is { } browser
        ? context.RecoveryRequests.SingleOrDefault(request => request.BrowserId == browser)
        : null;

    private static RecoveryRequest? Numbered(PortalContext context, string number)
    {
        var wanted = number.Trim().ToUpperInvariant();
        return context.RecoveryRequests.SingleOrDefault(request => request.Number == wanted);
    }

    /// <summary>As it is now: nobody writes down that its time is over.</summary>
    private static RecoveryState StateOf(RecoveryRequest request, DateTimeOffset now) =>
        request.State == RecoveryState.Approved && now >= request.WaitEndsAt + RecoveryRequest.FinishWithin ? RecoveryState.Expired : request.State;

    private delegate Refusal? RequestStep(PortalContext context, RecoveryRequest request, DateTimeOffset now);

    private async Task<Refusal?> InRequestAsync(string number, RequestStep step, CancellationToken cancel)
    {
        var refusal = await writes.RunAsync<Refusal?>(
            context => Numbered(context, number) is { } request ? step(context, request, clock.GetUtcNow()) : new Refusal.NoSuchRequest(),
            cancel);
        _mail.Ring([Channel.Email]);
        return refusal;
    }
}

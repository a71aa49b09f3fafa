using System.Text.RegularExpressions;
using SecurityPortal.Domain;

namespace SecurityPortal.Delivery.Gateways;

/// <summary>What providers mean by the status of their answers.</summary>
internal sealed partial class WebhookAnswers(IReadOnlyList<int> accepted, GatewaySaid said)
{
    public SendAnswer Judge(GatewayAnswer answer, Dispatch message) =>
        IsTaken(answer.Status) ? new SendAnswer.Taken() : Refused(answer, said.Of(answer, message));

    private bool IsTaken(int status) => accepted.Count == 0 ? status is >= 200 and <= 299 : accepted.Contains(status);

    private static SendAnswer Refused(GatewayAnswer answer, string detail) => answer.Status switch
    {
        // It says of this one message that it will not do.
        400 or 413 or 422 => new SendAnswer.Never(Number().IsMatch(answer.Said) ? DeliveryCause.UnknownSubscriber : DeliveryCause.RefusedContent, detail),
        408 or 409 or 425 => new SendAnswer.Later(DeliveryCause.TryLater, detail, IsChannelAtFault: false),
        429 or >= 500 => new SendAnswer.Later(DeliveryCause.TryLater, detail, IsChannelAtFault: true),
        _ => new SendAnswer.Later(DeliveryCause.ChannelMisconfigured, detail, IsChannelAtFault: true),
    };

    [GeneratedRegex(@"\b(phone|number|recipient|receiver|subscriber|destination|msisdn)\b|""to""", RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}

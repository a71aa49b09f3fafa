using System.Text.RegularExpressions;
using SecurityPortal.Delivery.Gateways;
using SecurityPortal.Domain;

namespace SecurityPortal.Delivery.Texts;

/// <summary>What Kannel's <c>sendsms</c> means by its answers.</summary>
internal sealed partial class KannelAnswers(GatewaySaid said)
{
    public SendAnswer Judge(GatewayAnswer answer, Dispatch message)
    {
        var detail = said.Of(answer, message);
        return (answer.Status, answer.Said) switch
        {
            // Its own network does not answer: the text waits in the gateway.
            (202, ['3', ':', ..]) => new SendAnswer.Taken(DeliveryStage.Delayed, detail),
            (202, ['4', ':', ..]) => new SendAnswer.Later(DeliveryCause.TryLater, detail, IsChannelAtFault: false),
            (202, _) => new SendAnswer.Taken(),
            (400, var why) when Ours().IsMatch(why) => Misconfigured(detail),
            (400, var why) => new SendAnswer.Never(CauseOf(why), detail),
            (403, var why) when NoWay().IsMatch(why) => new SendAnswer.Never(DeliveryCause.RefusedByNetwork, detail),
            (429 or >= 500, _) => new SendAnswer.Later(DeliveryCause.TryLater, detail, IsChannelAtFault: true),
            _ => Misconfigured(detail),
        };
    }

    private static SendAnswer.Later Misconfigured(string detail) => new(DeliveryCause.ChannelMisconfigured, detail, IsChannelAtFault: true);

    private static DeliveryCause CauseOf(string why) =>
        Denied().IsMatch(why) ? DeliveryCause.RefusedByNetwork
        : Number().IsMatch(why) ? DeliveryCause.UnknownSubscriber
        : DeliveryCause.RefusedContent;

    [GeneratedRegex("sender|dlr-|content-type|smsc", RegexOptions.IgnoreCase)]
    private static partial Regex Ours();

    [GeneratedRegex("not routable", RegexOptions.IgnoreCase)]
    private static partial Regex NoWay();

    [GeneratedRegex("denied by", RegexOptions.IgnoreCase)]
    private static partial Regex Denied();

    [GeneratedRegex("receiver|number|'to'", RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}

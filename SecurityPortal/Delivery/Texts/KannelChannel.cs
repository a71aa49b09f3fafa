using System.Text;
using SecurityPortal.Delivery.Gateways;
using SecurityPortal.Delivery.Reports;
using SecurityPortal.Domain;

namespace SecurityPortal.Delivery.Texts;

/// <summary>
/// Hands texts to a Kannel gateway. By POST, where the password and the text stand in headers and body: what a GET carries in
/// its address, proxies and the gateway's own log keep.
/// </summary>
public sealed class KannelChannel(KannelOptions options, ReportAddress reports, GatewayClient client) : IMessageChannel
{
    /// <summary>Delivered, failed, held back, taken by the network, refused by it.</summary>
    private const string EveryReport = "31";

    private readonly KannelAnswers _answers = new(new([options.Password]));

    public IReadOnlyCollection<Channel> Carries { get; } = [Channel.Sms];

    public async Task<SendAnswer> SendAsync(Dispatch message, CancellationToken cancel)
    {
        using var request = RequestOf(message);
        return await client.SendAsync(request, answer => _answers.Judge(answer, message), cancel);
    }

    private HttpRequestMessage RequestOf(Dispatch message)
    {
        HttpRequestMessage request = new(HttpMethod.Post, options.Url) { Content = new StringContent(message.Text, Encoding.UTF8, "text/plain") };
        Say(request, "Username", options.UserName);
        Say(request, "Password", options.Password);
        Say(request, "From", options.Sender);
        Say(request, "SMSC", options.Smsc);
        Say(request, "To", E164.Require(message.To));
        // As GSM-7 the gateway would make question marks of every other alphabet.
        Say(request, "Coding", Gsm7.Fits(message.Text) ? "0" : "2");
        if (reports.Of(message.Id, query: "type=%d&reason=%A&") is { } address)
        {
            Say(request, "DLR-Mask", EveryReport);
            Say(request, "DLR-Url", address);
        }

        return request;
    }

    private static void Say(HttpRequestMessage request, string name, string value)
    {
        if (value.Length > 0)
            request.Headers.Add($"X-Kannel-{name}", value);
    }
}

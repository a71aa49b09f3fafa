using System.Text;
using SecurityPortal.Delivery.Reports;
using SecurityPortal.Domain;

namespace SecurityPortal.Delivery.Gateways;

/// <summary>Hands texts or calls to a provider that takes JSON.</summary>
public sealed class WebhookChannel(Channel carries, WebhookOptions options, ReportAddress reports, GatewayClient client) : IMessageChannel
{
    private readonly WebhookBody _body = new(options.Body);
    private readonly WebhookAnswers _answers = new(options.Accepted, new(options.Headers.Values));
    private readonly HttpMethod _method = HttpMethod.Parse(options.Method);

    public IReadOnlyCollection<Channel> Carries { get; } = [carries];

    public async Task<SendAnswer> SendAsync(Dispatch message, CancellationToken cancel)
    {
        using var request = RequestOf(message);
        return await client.SendAsync(request, answer => _answers.Judge(answer, message), cancel);
    }

    private HttpRequestMessage RequestOf(Dispatch message)
    {
        _ = E164.Require(message.To);
        HttpRequestMessage request = new(_method, options.Url)
        {
            Content = new StringContent(_body.Fill(message, options.From, reports.Of(message.Id)), Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in options.Headers)
            request.Headers.TryAddWithoutValidation(name, value.Replace("{id}", $"{message.Id:D}", StringComparison.Ordinal));

        return request;
    }
}

using System.Text;
using SecurityPortal.Domain;

namespace SecurityPortal.Delivery.Gateways;

/// <summary>What a gateway answered.</summary>
/// <param name="Said">The beginning of its answer, as it came.</param>
/// <param name="RetryAfter">When it wants to be asked again, in its own words.</param>
public sealed record GatewayAnswer(int Status, string Said, string? RetryAfter);

/// <summary>
/// Speaks HTTP to gateways over connections that are kept. A plain client: the framework's factory would write every
/// address into the log.
/// </summary>
public sealed class GatewayClient : IDisposable
{
    /// <summary>Whoever sends may have less patience; a gateway that says nothing for so long is not waited for by anyone.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private const int MostRead = 2 * 1024;

    // A redirect would carry the text and the password to where nobody has configured.
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<SendAnswer> SendAsync(
        HttpRequestMessage request, Func<GatewayAnswer, SendAnswer> judge, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(s_patience);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            var said = await BeginningAsync(response.Content, deadline.Token);
            return judge(new((int)response.StatusCode, said, response.Headers.RetryAfter?.ToString()));
        }
        catch (OperationCanceledException)
        {
            // It may have taken the message all the same: then the next try is a duplicate, and identical (R-DEL-1).
            return new SendAnswer.Later(DeliveryCause.ChannelSlow, "no answer in time", IsChannelAtFault: true);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new SendAnswer.Later(CauseOf(exception), OneLine.Of(exception.Message), IsChannelAtFault: true);
        }
    }

    public void Dispose() => _client.Dispose();

    private static async Task<string> BeginningAsync(HttpContent content, CancellationToken cancel)
    {
        var buffer = new byte[MostRead];
        await using var stream = await content.ReadAsStreamAsync(cancel);
        var read = await stream.ReadAtLeastAsync(buffer, MostRead, throwOnEndOfStream: false, cancel);
        return Encoding.UTF8.GetString(buffer, 0, read);
    }

    private static DeliveryCause CauseOf(Exception exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
            ? DeliveryCause.ChannelMisconfigured
            : DeliveryCause.ChannelDown;
}

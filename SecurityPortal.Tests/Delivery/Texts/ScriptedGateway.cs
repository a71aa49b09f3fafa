using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Hosting;

namespace SecurityPortal.Tests.Delivery.Texts;

internal sealed record Heard(string Method, string Url, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A gateway on a port of this machine that keeps what it is sent and answers as the test says.</summary>
internal sealed class ScriptedGateway : IAsyncDisposable
{
    private readonly WebApplication _server;

    private ScriptedGateway(WebApplication server) => _server = server;

    public List<Heard> Heard { get; } = [];

    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public Uri Url => new(_server.Urls.First());

    public static async Task<ScriptedGateway> StartAsync(int status = 200, string said = "", string? retryAfter = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        _ = builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        ScriptedGateway gateway = new(builder.Build());
        gateway.Say(status, said, retryAfter);
        gateway._server.Run(gateway.HearAsync);
        await gateway._server.StartAsync(TestContext.Current.CancellationToken);
        return gateway;
    }

    public void Say(int status, string said, string? retryAfter = null) => Answer = async context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        if (status is >= 300 and < 400)
            context.Response.Headers.Location = "/elsewhere";
        await context.Response.WriteAsync(said, context.RequestAborted);
    };

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task HearAsync(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        Heard.Add(new(
            context.Request.Method,
            context.Request.GetEncodedPathAndQuery(),
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body));
        await Answer(context);
    }
}

using Microsoft.JSInterop;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>What a browser did with a passkey.</summary>
/// <param name="Answer">For the service, in JSON; null when there is none.</param>
/// <param name="Token">Of the asking, to be given to the service with the answer.</param>
/// <param name="Fault">Why there is no answer, for people.</param>
public sealed record PasskeyReply(string? Answer, string Token, string? Fault);

/// <summary>Asks the browser at the other end of a circuit for passkeys.</summary>
public sealed class PasskeyBrowser(IJSRuntime js) : IAsyncDisposable
{
    private const string Script = "/passkeys.js";

    private IJSObjectReference? _script;

    public async Task<bool> IsAvailableAsync(CancellationToken cancel) => await (await ScriptAsync(cancel)).InvokeAsync<bool>("isAvailable", cancel);

    public Task<PasskeyReply> MakeAsync(PasskeyAsk ask) => AskAsync(ask, "make");

    /// <param name="ask">Null where the session has ended, or has no passkey any more.</param>
    /// <param name="credential">The passkey that was chosen.</param>
    public Task<PasskeyReply> ProveAsync(PasskeyAsk? ask, string credential) =>
        ask is null ? Task.FromResult<PasskeyReply>(new(null, "", PasskeyFaults.Of(null))) : AskAsync(ask, "prove", credential);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_script is not null)
                await _script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and the script with it.
        }
    }

    /// <summary>People take their time to find a key or a finger: as long as the asking is good for.</summary>
    private async Task<PasskeyReply> AskAsync(PasskeyAsk ask, string what, params object[] with)
    {
        try
        {
            var said = await (await ScriptAsync(CancellationToken.None)).InvokeAsync<Said>(what, PasskeyCeremonies.Life, [ask.Options, .. with]);
            return new(said.Answer, ask.Token, said.Answer is null ? PasskeyFaults.Of(said.Fault) : null);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or TaskCanceledException)
        {
            return new(null, ask.Token, PasskeyFaults.Of(PasskeyFaults.Cancelled));
        }
    }

    private async Task<IJSObjectReference> ScriptAsync(CancellationToken cancel) =>
        _script ??= await js.InvokeAsync<IJSObjectReference>("import", cancel, Script);

    /// <summary>As the script has it.</summary>
    private sealed record Said(string? Answer, string? Fault);
}

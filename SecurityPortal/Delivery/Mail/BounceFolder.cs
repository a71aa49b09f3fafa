using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using SecurityPortal.Domain;

namespace SecurityPortal.Delivery.Mail;

/// <summary>The folder that bounces come to, while a connection to it stands.</summary>
internal sealed class BounceFolder : IDisposable
{
    // A server may give up on a client that has not been heard of for ten minutes and more (RFC 2177 asks for 29 at most).
    private static readonly TimeSpan s_idleLife = TimeSpan.FromMinutes(9);
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromSeconds(5);

    // What came back with a whole message of ours in it is smaller by far.
    private const uint Largest = 5_000_000;

    private readonly BounceOptions _options;
    private readonly TimeProvider _clock;
    private readonly ImapClient _client = new();
    private IMailFolder _folder = null!;
    private CancellationTokenSource? _news;
    private bool _isChanged;

    public BounceFolder(BounceOptions options, ServerTrust trust, TimeProvider clock)
    {
        (_options, _clock) = (options, clock);
        trust.Guard(_client);
    }

    public async Task OpenAsync(CancellationToken cancel)
    {
        await _client.ConnectAsync(_options.Host, _options.Port, SmtpConnection.ToSocketOptions(_options.Security), cancel);
        await _client.AuthenticateAsync(_options.UserName, _options.Password, cancel);
        _folder = await _client.GetFolderAsync(_options.Folder, cancel);
        await _folder.OpenAsync(FolderAccess.ReadWrite, cancel);
        _folder.CountChanged += (_, _) => HearOfNews();
    }

    public Task<IList<UniqueId>> NewAsync(CancellationToken cancel)
    {
        _isChanged = false;
        return _folder.SearchAsync(SearchQuery.NotSeen.And(SearchQuery.NotDeleted), cancel);
    }

    /// <summary>Null for a mail that tells of no message of ours, or that nobody can read.</summary>
    public async Task<DeliveryReport?> ReadAsync(UniqueId id, BounceReader reader, CancellationToken cancel)
    {
        var summary = await _folder.FetchAsync([id], MessageSummaryItems.Size, cancel);
        if (summary is not [{ Size: <= Largest }])
            return null;

        try
        {
            using var mail = await _folder.GetMessageAsync(id, cancel);
            return reader.Read(mail);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && _client.IsConnected)
        {
            // Whatever is odd about this mail, it keeps none of the others waiting.
            return null;
        }
    }

    /// <summary>It stays for whoever looks after the mailbox.</summary>
    public Task LeaveAsync(UniqueId id, CancellationToken cancel) =>
        _folder.AddFlagsAsync(id, MessageFlags.Seen, silent: true, cancel);

    public async Task DeleteAsync(UniqueId id, CancellationToken cancel)
    {
        await _folder.AddFlagsAsync(id, MessageFlags.Seen | MessageFlags.Deleted, silent: true, cancel);
        await _folder.ExpungeAsync([id], cancel);
    }

    /// <summary>Until something new may be there.</summary>
    public async Task WaitAsync(CancellationToken cancel)
    {
        if (!_client.Capabilities.HasFlag(ImapCapabilities.Idle))
        {
            await Task.Delay(s_lookAgain, _clock, cancel);
            await _client.NoOpAsync(cancel);
            return;
        }

        using CancellationTokenSource news = new(s_idleLife, _clock);
        _news = news;
        try
        {
            // What came while the others were read was told of then, and will not be told of again.
            if (!_isChanged)
                await _client.IdleAsync(news.Token, cancel);
        }
        finally
        {
            _news = null;
        }
    }

    private void HearOfNews()
    {
        _isChanged = true;
        _news?.Cancel();
    }

    public void Dispose() => _client.Dispose();
}

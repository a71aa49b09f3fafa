using System.Text;
using MailKit;

namespace SecurityPortal.Delivery.Mail;

/// <summary>
/// Keeps what a server said last, of one message at a time. An answer that refuses a message would be lost otherwise when the
/// connection breaks right after it, because the library goes on to reset the conversation before it tells.
/// </summary>
internal sealed class ReplyLog : IProtocolLogger
{
    private const int Most = 4096;

    private readonly StringBuilder _said = new();
    private bool _isOver;

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>The last answer, if it is one that refuses something.</summary>
    public MailReply? Refusal => MailReply.Read(_said.ToString()) is { IsRefusal: true } reply ? reply : null;

    public void Clear()
    {
        _said.Clear();
        _isOver = false;
    }

    public void LogConnect(Uri uri) => Clear();

    public void LogClient(byte[] buffer, int offset, int count)
    {
        if (buffer.AsSpan(offset, count).StartsWith("RSET"u8))
            _isOver = true;
        else
            Clear();
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        if (!_isOver && _said.Length < Most)
            _said.Append(Encoding.UTF8.GetString(buffer, offset, count));
    }

    public void Dispose()
    {
    }
}

using System.Runtime.InteropServices;
using System.Text;
using SecurityPortal.Domain.Audit;

namespace SecurityPortal.Commands;

/// <summary>A line of a file, without its end.</summary>
/// <param name="Text">Null for one that is too long to be a record; the rest of it is not kept.</param>
public sealed record AuditFileLine(int Number, string? Text);

/// <summary>
/// Tells a file apart into lines, whatever stands in it. What editors and transfers add without touching a record is passed
/// over and remembered: a mark at the beginning, line ends of Windows, empty lines at the end.
/// </summary>
public sealed class AuditLines(Stream file)
{
    private readonly List<byte> _line = [];
    private readonly byte[] _buffer = new byte[64 * 1024];
    private (int Read, int Next) _at;
    private bool _isTooLong;
    private int _number;

    public bool HasMark { get; private set; }

    public bool HasWindowsEnds { get; private set; }

    public bool HasEmptyEnd { get; private set; }

    public IEnumerable<AuditFileLine> Read()
    {
        List<AuditFileLine> empty = [];
        while (Next() is { } line)
        {
            if (line.Text is "")
            {
                // It is one at the end if nothing follows; of more than one line before that the first is the fault.
                empty = empty.Count == 0 ? [line] : empty;
                continue;
            }

            foreach (var before in empty)
                yield return before;
            empty = [];
            yield return line;
        }

        HasEmptyEnd = empty.Count > 0;
    }

    private AuditFileLine? Next()
    {
        _line.Clear();
        _isTooLong = false;
        int read;
        for (read = ReadByte(); read is not (-1 or '\n'); read = ReadByte())
            Keep((byte)read);
        if (read == -1 && _line.Count == 0)
            return null;

        _number++;
        return new(_number, _isTooLong ? null : TextOf(hasEnd: read == '\n'));
    }

    private void Keep(byte letter)
    {
        if (_line.Count <= AuditLine.MostBytes + Encoding.UTF8.Preamble.Length)
            _line.Add(letter);
        else
            _isTooLong = true;
    }

    /// <summary>Bytes as they are: a record has none beyond ASCII, so that others are found to be none of its letters.</summary>
    private string TextOf(bool hasEnd)
    {
        var bytes = CollectionsMarshal.AsSpan(_line);
        var hasMark = _number == 1 && bytes.StartsWith(Encoding.UTF8.Preamble);
        var hasWindowsEnd = hasEnd && bytes is [.., (byte)'\r'];
        HasMark |= hasMark;
        HasWindowsEnds |= hasWindowsEnd;
        return Encoding.Latin1.GetString(bytes[(hasMark ? Encoding.UTF8.Preamble.Length : 0)..^(hasWindowsEnd ? 1 : 0)]);
    }

    private int ReadByte()
    {
        if (_at.Next == _at.Read)
            _at = (file.Read(_buffer), 0);
        return _at.Read == 0 ? -1 : _buffer[_at.Next++];
    }
}

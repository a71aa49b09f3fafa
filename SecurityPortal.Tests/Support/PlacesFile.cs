using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace SecurityPortal.Tests.Support;

/// <summary>
/// Writes a file of places in MaxMind's published format: a binary tree of address bits over IPv6, in which IPv4 begins
/// after 96 zeros, then what the leaves point to, then what the file says of itself.
/// </summary>
public sealed class PlacesFile
{
    private const int Empty = -1;

    private readonly List<int[]> _nodes = [[Empty, Empty]];
    private readonly List<Dictionary<string, object>> _places = [];

    public PlacesFile With(string network, string country, string? city = null, double? latitude = null, double? longitude = null)
    {
        Dictionary<string, object> place = new() { ["country"] = new Dictionary<string, object> { ["iso_code"] = country } };
        if (city is not null)
            place["city"] = new Dictionary<string, object> { ["names"] = new Dictionary<string, object> { ["en"] = city, ["de"] = "?" } };
        if (latitude is { } north && longitude is { } east)
            place["location"] = new Dictionary<string, object> { ["latitude"] = north, ["longitude"] = east };
        _places.Add(place);

        // A leaf is told from a node by being below all that is empty.
        Insert(IPNetwork.Parse(network), Empty - _places.Count);
        return this;
    }

    /// <summary>Where it was written to.</summary>
    public string Save(string folder)
    {
        using MemoryStream data = new();
        List<long> starts = [];
        foreach (var place in _places)
        {
            starts.Add(data.Position);
            Write(data, place);
        }

        var path = Path.Combine(folder, "places.mmdb");
        using var file = File.Create(path);
        foreach (var record in _nodes.SelectMany(node => node))
            file.Write(BigEndian((uint)(record >= 0 ? record : record == Empty ? _nodes.Count : _nodes.Count + 16 + starts[Empty - record - 1])));
        file.Write(new byte[16]);
        data.WriteTo(file);
        file.Write([0xab, 0xcd, 0xef, .. "MaxMind.com"u8]);
        Write(file, Metadata());
        return path;
    }

    private Dictionary<string, object> Metadata() => new()
    {
        ["binary_format_major_version"] = (ushort)2,
        ["binary_format_minor_version"] = (ushort)0,
        ["build_epoch"] = (ulong)1_764_000_000,
        ["database_type"] = "Test-City",
        ["description"] = new Dictionary<string, object> { ["en"] = "Made by a test" },
        ["ip_version"] = (ushort)6,
        ["languages"] = new object[] { "en" },
        ["node_count"] = (uint)_nodes.Count,
        ["record_size"] = (ushort)32,
    };

    private void Insert(IPNetwork network, int leaf)
    {
        var bytes = network.BaseAddress.GetAddressBytes();
        var isShort = bytes.Length == 4;
        bool[] bits = [.. Enumerable.Repeat(false, isShort ? 96 : 0), .. Bits(bytes).Take(network.PrefixLength)];
        var node = 0;
        foreach (var bit in bits[..^1])
        {
            ref var next = ref _nodes[node][bit ? 1 : 0];
            if (next == Empty)
            {
                _nodes.Add([Empty, Empty]);
                next = _nodes.Count - 1;
            }

            node = next;
        }

        _nodes[node][bits[^1] ? 1 : 0] = leaf;
    }

    private static IEnumerable<bool> Bits(byte[] bytes) => bytes.SelectMany(one => Enumerable.Range(0, 8).Select(bit => (one & (0x80 >> bit)) != 0));

    private static void Write(Stream to, object value)
    {
        switch (value)
        {
            case string text:
                var letters = Encoding.UTF8.GetBytes(text);
                Begin(to, 2, letters.Length);
                to.Write(letters);
                break;
            case double number:
                Begin(to, 3, 8);
                var eight = new byte[8];
                BinaryPrimitives.WriteDoubleBigEndian(eight, number);
                to.Write(eight);
                break;
            case ushort number:
                Begin(to, 5, 2);
                to.Write(BigEndian(number).AsSpan(2));
                break;
            case uint number:
                Begin(to, 6, 4);
                to.Write(BigEndian(number));
                break;
            case ulong number:
                Begin(to, 9, 8);
                to.Write([.. BigEndian((uint)(number >> 32)), .. BigEndian((uint)number)]);
                break;
            case Dictionary<string, object> map:
                Begin(to, 7, map.Count);
                foreach (var (key, part) in map)
                {
                    Write(to, key);
                    Write(to, part);
                }

                break;
            case object[] items:
                Begin(to, 11, items.Length);
                foreach (var item in items)
                    Write(to, item);
                break;
            default:
                throw new NotSupportedException($"{value.GetType()}: give it a form here.");
        }
    }

    /// <summary>The kind and the length of what follows; kinds above seven take a second byte.</summary>
    private static void Begin(Stream to, int kind, int length)
    {
        Assert.InRange(length, 0, 28);
        to.WriteByte((byte)(((kind > 7 ? 0 : kind) << 5) | length));
        if (kind > 7)
            to.WriteByte((byte)(kind - 7));
    }

    private static byte[] BigEndian(uint number)
    {
        var four = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(four, number);
        return four;
    }
}

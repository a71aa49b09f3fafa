using System.Net;
using MaxMind.Db;
using Microsoft.Extensions.Options;
using SecurityPortal.Domain;

namespace SecurityPortal.Web;

/// <summary>Where networks are thought to be, by the operator's file; without one no place is known, and all works.</summary>
public sealed class Places(IOptions<PlacesOptions> options) : IDisposable
{
    private readonly Reader? _reader = options.Value.File is { Length: > 0 } file ? Open(file) : null;

    /// <summary>Null where the file does not say, or says it in a way that cannot be read.</summary>
    public Place? Of(IPAddress? address)
    {
        if (_reader is null || address is null)
            return null;

        try
        {
            return PlaceOf(_reader.Find<Dictionary<string, object>>(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            return null;
        }
    }

    public void Dispose() => _reader?.Dispose();

    /// <summary>All of it in memory: a file that is replaced while the portal runs harms nothing.</summary>
    internal static Reader Open(string file) => new(file, FileAccessMode.Memory);

    internal static bool IsUnreadable(Exception exception) =>
        exception is InvalidDatabaseException or DeserializationException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    private static Place? PlaceOf(Dictionary<string, object>? found)
    {
        if (Part(found, "country")?.GetValueOrDefault("iso_code") is not string { Length: 2 } country)
            return null;

        var location = Part(found, "location");
        return new(
            country.ToUpperInvariant(),
            Part(Part(found, "city"), "names")?.GetValueOrDefault("en") as string,
            location?.GetValueOrDefault("latitude") as double?,
            location?.GetValueOrDefault("longitude") as double?);
    }

    private static Dictionary<string, object>? Part(Dictionary<string, object>? of, string name) =>
        of?.GetValueOrDefault(name) as Dictionary<string, object>;
}

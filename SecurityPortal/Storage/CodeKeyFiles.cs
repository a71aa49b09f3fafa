using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace SecurityPortal.Storage;

/// <summary>The keys for hashing codes and links: a file each, named by its version and kept out of the store.</summary>
internal sealed partial class CodeKeyFiles(string folder)
{
    private const int KeyLength = 32;

    public string First => Path.Combine(folder, "codes-1.key");

    public bool AreThere => Files().Length > 0;

    /// <summary>By version. A key that is not whole is refused: with an empty one anybody could make the hashes.</summary>
    public IReadOnlyDictionary<int, byte[]> Read() => Files().ToDictionary(VersionOf, Read);

    /// <summary>It has its name only once it is whole and on the disk, and takes the place of no other.</summary>
    public void MakeFirst()
    {
        var draft = $"{First}.{Path.GetRandomFileName()}";
        using (var stream = OwnerOnly.Open(draft, FileMode.Create, FileShare.None))
        {
            stream.Write(RandomNumberGenerator.GetBytes(KeyLength));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, First);
        }
        catch (IOException) when (File.Exists(First))
        {
            // Another process, an import perhaps, has begun the same store in between: its key it is.
            File.Delete(draft);
        }
    }

    private string[] Files() => Directory.GetFiles(folder, "codes-*.key");

    private static int VersionOf(string file) => Name().Match(Path.GetFileName(file)) is { Success: true } name
        ? int.Parse(name.Groups["version"].ValueSpan, CultureInfo.InvariantCulture)
        : throw new StartRefusedException(
            $"Storage:Folder: {file} is no key of this portal; those are called codes-1.key, codes-2.key and so on. "
            + "Give it another name.");

    private static byte[] Read(string file) => File.ReadAllBytes(file) is { Length: KeyLength } key
        ? key
        : throw new StartRefusedException($"Storage:Folder: {file} must hold {KeyLength} bytes, and does not; restore it.");

    [GeneratedRegex(@"^codes-(?<version>[1-9][0-9]{0,8})\.key$")]
    private static partial Regex Name();
}

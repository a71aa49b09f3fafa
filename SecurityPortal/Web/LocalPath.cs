namespace SecurityPortal.Web;

/// <summary>Addresses to go back to come from the visitor; only paths of this portal are followed.</summary>
public static class LocalPath
{
    public static string Or(string? path, string otherwise) => IsLocal(path) ? path! : otherwise;

    // Browsers take "//x" and "/\x" for another host, and drop control characters while reading.
    private static bool IsLocal(string? path) =>
        path is "/" or ['/', not ('/' or '\\'), ..] && !path.Any(char.IsControl);
}

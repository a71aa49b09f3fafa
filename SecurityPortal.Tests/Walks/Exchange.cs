using System.Collections.Immutable;

namespace SecurityPortal.Tests.Walks;

/// <param name="Fields">Null for a page that is only looked at.</param>
internal sealed record Asked(string Path, ImmutableArray<(string Name, string Value)>? Fields)
{
    public override string ToString() =>
        Fields is { } fields ? $"POST {Path} {string.Join('&', fields.Select(field => $"{field.Name}={Short(field.Value)}"))}" : $"GET {Path}";

    private static string Short(string value) => value.Length > 40 ? value[..12] + "…" : value;
}

/// <param name="Cookies">Name and value of each that was set.</param>
internal sealed record Answered(int Status, string? Location, string Body, ImmutableArray<(string Name, string Value)> Cookies);

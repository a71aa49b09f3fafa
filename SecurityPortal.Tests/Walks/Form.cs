using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;

namespace SecurityPortal.Tests.Walks;

/// <summary>A form as it stood on a page; whoever saw it, or saw it over a shoulder, can send it again at any time.</summary>
/// <param name="Buttons">Those that send something of their own.</param>
internal sealed partial record Form(string Action, ImmutableArray<(string Name, string Value)> Fields, ImmutableArray<(string Name, string Value)> Buttons)
{
    public const string Token = "__RequestVerificationToken";

    /// <summary>At the foot of every page, and <em>Wrong account?</em>: nobody's way forward.</summary>
    public bool IsAside => Action.StartsWith("/language", StringComparison.Ordinal) || Action.StartsWith("/sign-in/forget", StringComparison.Ordinal);

    public string? this[string name] => Fields.FirstOrDefault(field => field.Name == name).Value;

    /// <param name="address">Of the page, to which a form without an address of its own is sent.</param>
    public static IEnumerable<Form> On(string page, string address) =>
        Forms().Matches(page).SelectMany(form => ReadAll(form.Value, page, address));

    /// <summary>Buttons that send the form elsewhere make another form of it; they may stand outside.</summary>
    private static IEnumerable<Form> ReadAll(string form, string page, string address)
    {
        var read = Read(form, address);
        var id = Attribute(form[..form.IndexOf('>', StringComparison.Ordinal)], "id");
        var outside = Buttoned().Matches(page).Where(button => id is not null && Attribute(button.Value, "form") == id);
        var elsewhere = Buttoned().Matches(form).Concat(outside).Select(button => Attribute(button.Value, "formaction"));
        return [read, .. elsewhere.OfType<string>().Distinct().Select(action => read with { Action = action })];
    }

    private static Form Read(string form, string address)
    {
        var (head, rest) = (form[..form.IndexOf('>', StringComparison.Ordinal)], form);
        var inputs = Inputs().Matches(rest).Select(input => (Attribute(input.Value, "name"), Attribute(input.Value, "value") ?? ""));
        var buttons = Buttoned().Matches(rest).Select(button => (Attribute(button.Value, "name"), Attribute(button.Value, "value") ?? ""));
        return new(Attribute(head, "action") is { Length: > 0 } action ? action : address, Named(inputs), Named(buttons));
    }

    private static ImmutableArray<(string Name, string Value)> Named(IEnumerable<(string? Name, string Value)> all) =>
        [.. all.Where(one => one.Name is not null).Select(one => (one.Name!, one.Value))];

    private static string? Attribute(string tag, string name)
    {
        var start = tag.IndexOf($" {name}=\"", StringComparison.Ordinal);
        if (start < 0)
            return null;

        start += name.Length + 3;
        return WebUtility.HtmlDecode(tag[start..tag.IndexOf('"', start)]);
    }

    [GeneratedRegex("<form [^>]*>.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input [^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("<button [^>]*>")]
    private static partial Regex Buttoned();
}

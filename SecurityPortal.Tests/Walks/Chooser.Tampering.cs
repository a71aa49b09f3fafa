using System.Collections.Immutable;

namespace SecurityPortal.Tests.Walks;

internal sealed partial class Chooser
{
    private static readonly string[] s_answers = ["owner", "stranger", ""];
    private static readonly string[] s_handlers = ["name", "password", "verify", "undo", "word", "change", ""];

    /// <summary>A form that anybody was ever shown, sent again, and not as it was meant.</summary>
    public Act Tamper(WalkBrowser by)
    {
        if (Pick(scene.Seen.ToArray()) is not { } form)
            return Look(by);

        var fields = Filled(by, form);
        for (var changes = random.Next(3); changes >= 0; changes--)
            fields = Spoil(by, fields);
        var path = random.Next(10) == 0 ? Pick(scene.Seen.ToArray())!.Action : form.Action;
        return Act.Press(by, path, random.Next(100) < 85 ? WithOwnToken(by, fields) : fields, Ledger);
    }

    private ImmutableArray<(string Name, string Value)> Spoil(WalkBrowser by, ImmutableArray<(string Name, string Value)> fields)
    {
        if (fields is [])
            return fields;

        var place = random.Next(fields.Length);
        return random.Next(12) switch
        {
            0 => [],
            1 or 2 => fields.RemoveAt(place),
            3 => fields.Add(fields[place]),
            4 => fields.SetItem(place, (fields[place].Name, "")),
            5 => fields.SetItem(place, (fields[random.Next(fields.Length)].Name, fields[place].Value)),
            6 => fields.Add(("code", AnyCode(by))),
            _ => [.. fields.Select(field => (field.Name, Swapped(by, field)))],
        };
    }

    /// <summary>What another tab's, browser's or account's page has in this field.</summary>
    private string Swapped(WalkBrowser by, (string Name, string Value) field) => field.Name switch
    {
        "method" => Pick(Methods())?.ToString() ?? "",
        "challenge" => Pick(Ledger.Codes.Keys.ToArray()).ToString(),
        "name" => Pick(Ledger.SealedNames.Keys.ToArray()) ?? "",
        "code" => AnyCode(by),
        "answer" => Pick(s_answers)!,
        "_handler" => Pick(s_handlers)!,
        _ => field.Value,
    };

    /// <summary>Else most would be turned down before any rule is asked.</summary>
    private static ImmutableArray<(string Name, string Value)> WithOwnToken(WalkBrowser by, ImmutableArray<(string Name, string Value)> fields) =>
        by.Page.Select(form => form[Form.Token]).FirstOrDefault(token => token is not null) is { } own
            ? [.. fields.Where(field => field.Name != Form.Token), (Form.Token, own)]
            : fields;
}

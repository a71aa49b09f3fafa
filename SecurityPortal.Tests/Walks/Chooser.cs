using System.Collections.Immutable;
using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Walks;

/// <summary>Picks what is done next: what a person would do who wants to get in, or what nobody is meant to do.</summary>
internal sealed partial class Chooser(Scene scene, Random random)
{
    private static readonly string[] s_pages =
    [
        "/", "/sign-in", "/sign-in/verify", "/sign-in/code", "/sign-in/code?method={m}", "/sign-in/blocked?method={m}",
        "/sign-in/unrecognised", "/security-info", "/security-info/verify", "/security-info/advanced", "/register", "/register/strong", "/replace",
        "/pending", "/help/caller-number", "/change-password", "/message", "/message/undo", "/message/{t}", "/sign-out",
    ];

    private Ledger Ledger => scene.Ledger;

    public WalkBrowser Browser() => scene.Browsers[random.Next(100) switch
    {
        < 35 => 0,
        < 43 => 1,
        < 80 => 2,
        < 92 => 3,
        _ => 4,
    }];

    /// <summary>On the way to what this browser's walker wants, with what they know.</summary>
    public Act Forward(WalkBrowser by)
    {
        if (Session(by) is { } session && random.Next(100) < (session.FullAt is null ? 25 : 75))
            return Call(by, isSensible: true);

        if (by.Redirect is { } next)
            return Act.Look(by, next, Ledger);

        var forms = by.Page.Where(form => !form.IsAside).ToArray();
        return forms is [] || random.Next(100) < 8
            ? Act.Look(by, Start(by), Ledger)
            : Send(by, forms[random.Next(100) < 75 ? 0 : random.Next(forms.Length)]) with { Follows = true };
    }

    /// <summary>Any page, by its address.</summary>
    public Act Look(WalkBrowser by)
    {
        var path = s_pages[random.Next(s_pages.Length)];
        return Act.Look(by, path.Replace("{m}", Pick(Methods())?.ToString() ?? "x", StringComparison.Ordinal).Replace("{t}", Pick(Tokens(by)) ?? "nothing", StringComparison.Ordinal), Ledger);
    }

    public Session? Session(WalkBrowser by) =>
        by.Holds is { } owner && scene.Accounts.FirstOrDefault(account => account.Id == owner.Account) is { } account ? account.Find(owner.Session) : null;

    private string Start(WalkBrowser by) => Session(by) switch
    {
        null or { } when Tokens(by) is [_, ..] tokens && random.Next(3) == 0 => $"/message/{Pick(tokens)}",
        null => "/sign-in",
        { UndoesWith: not null } => "/message/undo",
        { FullAt: not null } => "/change-password",
        _ => "/sign-in/verify",
    };

    private Act Send(WalkBrowser by, Form form) => Act.Press(by, form.Action, Filled(by, form), Ledger);

    private ImmutableArray<(string Name, string Value)> Filled(WalkBrowser by, Form form)
    {
        var fields = form.Fields.Select(field => (field.Name, Fill(by, form, field))).ToList();
        if (Button(by, form) is { } button)
            fields.Add(button);
        return [.. fields];
    }

    private (string Name, string Value)? Button(WalkBrowser by, Form form)
    {
        var mine = form.Buttons.Where(button => Guid.TryParse(button.Value, out var id) && CanRead(by, new MethodId(id))).ToArray();
        (string Name, string Value)[] likely = mine is not [] && random.Next(100) < 85 ? mine : [.. form.Buttons];
        return likely is [] ? null : Pick(likely);
    }

    private string Fill(WalkBrowser by, Form form, (string Name, string Value) field) => field.Name switch
    {
        "account" => random.Next(100) < 90 ? by.Walker.Wants : Pick(by.Walker.Passwords.Keys.ToArray()) ?? "somebody@contoso.example",
        "password" when form.Action.StartsWith("/change-password", StringComparison.Ordinal) => $"Brand-New-Horse-{random.Next(100)}",
        "password" => Password(by, form),
        "code" => Code(by, form),
        "word" => Pick(Tokens(by)) ?? "abcdefghjk",
        _ => field.Value,
    };

    private string Password(WalkBrowser by, Form form) =>
        random.Next(100) < 92 && by.Walker.Passwords.GetValueOrDefault(Ledger.SealedNames.GetValueOrDefault(form["name"] ?? "") ?? by.Walker.Wants) is { } known
            ? known
            : "not-the-password";

    private string Code(WalkBrowser by, Form form) =>
        random.Next(100) < 90 && Guid.TryParse(form["challenge"], out var id) && Ledger.Codes.GetValueOrDefault(new(id)) is { } sent && by.Walker.Reads.Contains(sent.To)
            ? sent.Digits
            : AnyCode(by);

    /// <summary>One that this walker could know, of whatever it was; or a guess.</summary>
    private string AnyCode(WalkBrowser by) =>
        random.Next(2) == 0 && Pick(Ledger.Codes.Values.Where(code => by.Walker.Reads.Contains(code.To)).ToArray()) is { } known ? known.Digits : "000000";

    private bool CanRead(WalkBrowser by, MethodId id) =>
        scene.Accounts.SelectMany(account => account.Methods).Any(method => method.Id == id && by.Walker.Reads.Contains(method.Value));

    private MethodId?[] Methods() => [.. scene.Accounts.SelectMany(account => account.Methods).Select(method => (MethodId?)method.Id), .. Ledger.Codes.Values.Select(code => (MethodId?)code.Method).Distinct()];

    private string[] Tokens(WalkBrowser by) => [.. Ledger.Links.Values.Where(link => by.Walker.Reads.Contains(link.To)).Select(link => link.Token)];

    private T? Pick<T>(T[] all) => all is [] ? default : all[random.Next(all.Length)];
}

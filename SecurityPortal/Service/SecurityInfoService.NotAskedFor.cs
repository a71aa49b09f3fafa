using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

/// <summary>What is to be seen of a code that was mailed, by whoever has its link: nothing of the account (R-DEL-7).</summary>
/// <param name="ReportedAs">The case that <em>It is my account, but not me</em> opened; null before that was said.</param>
/// <param name="Disowned">What came of <em>This is not my account</em>; null before that was said and proved.</param>
/// <param name="Sent">The code by which that is proved, while it can be entered.</param>
public sealed record CodeMailView(DateTimeOffset Now, string? ReportedAs, DisownedView? Disowned, ChallengeView? Sent);

/// <param name="IsTakenOut">False when people have to decide first.</param>
public sealed record DisownedView(string Case, bool IsTakenOut);

// "I didn't ask for this": the link in a mail with a code, whose page's buttons act and nothing else (R-DEL-7).
public sealed partial class SecurityInfoService
{
    private static readonly TimeSpan s_saidFor = TimeSpan.FromHours(24);

    public async Task<CodeMailView?> LookAtCodeMailAsync(Visitor visitor, string token, CancellationToken cancel)
    {
        _ = visitor;
        var now = clock.GetUtcNow();
        if (await FindCodeMailAsync(token, cancel) is not var (account, mail) || await ReadAsync(account, now, cancel) is not { } profile)
            return null;

        await using var context = await contexts.CreateDbContextAsync(cancel);
        return new(now, ReportOf(context, mail), ViewOf(profile.DisowningOf(mail.To, now)), profile.OpenDisowning(mail, now) is { } sent ? ViewOf(sent, mail) : null);
    }

    /// <summary><em>It is my account, but not me</em>.</summary>
    public Task<Refusal?> ReportCodeAsync(Visitor visitor, string token, CancellationToken cancel) =>
        AboutCodeMailAsync(visitor, token, (context, profile, mail, policy, now) =>
        {
            if (ReportOf(context, mail) is not null || profile.DisowningOf(mail.To, now) is not null)
                return null;

            if (profile.Challenges.FirstOrDefault(asked => asked.Id == mail.Challenge) is { Purpose: Purpose.ResetPassword, Session: var reset })
                context.PasswordResets.Find(reset.Value)?.End(now);
            profile.ReportCode(mail, visitor.Source, OneTimeCodes.NewCaseNumber(), IsSaid(context, profile, mail, now), policy, now);
            context.SignIns.Add(EventOf(visitor, profile, mail.Method, SignInCause.CodeNotAskedFor, now));
            return null;
        }, cancel);

    /// <summary><em>This is not my account</em> takes a code to the address that the mail went to.</summary>
    public Task<Refusal?> AskToDisownAsync(Visitor visitor, string token, CancellationToken cancel)
    {
        var code = codes.New(clock.GetUtcNow());
        return AboutCodeMailAsync(visitor, token, (_, profile, mail, policy, now) =>
            profile.AskToDisown(mail, visitor.Source, codes.Cut(code, profile, policy), policy, now), cancel);
    }

    public Task<Refusal?> SendDisowningAgainAsync(Visitor visitor, string token, CancellationToken cancel)
    {
        var code = codes.New(clock.GetUtcNow());
        return AboutCodeMailAsync(visitor, token, (context, profile, mail, policy, now) =>
            profile.SendDisowningAgain(
                mail, visitor.Source, codes.Cut(code, profile, policy), policy, now, profile.OpenDisowning(mail, now) is { } open && messages.IsThere(context, open.Id)), cancel);
    }

    public Task<Refusal?> DisownAsync(Visitor visitor, string token, ChallengeId challenge, string typed, CancellationToken cancel) =>
        AboutCodeMailAsync(visitor, token, (context, profile, mail, policy, now) =>
        {
            var before = profile.DisowningOf(mail.To, now);
            var refusal = profile.Disown(mail, visitor.Source, challenge, codes.Check(typed), OneTimeCodes.NewCaseNumber(), policy, now);
            if (before is null)
                context.SignIns.Add(EventOf(visitor, profile, mail.Method, refusal is null ? SignInCause.AddressDisowned : CauseOf(refusal), now));
            return refusal;
        }, cancel);

    private delegate Refusal? MailRequest(PortalContext context, SecurityProfile profile, CodeMail mail, SecurityPolicy policy, DateTimeOffset now);

    private async Task<Refusal?> AboutCodeMailAsync(Visitor visitor, string token, MailRequest request, CancellationToken cancel) =>
        await FindCodeMailAsync(token, cancel) is var (account, mail)
            ? await ChangeAsync(account, visitor, (context, profile, policy, now) => request(context, profile, mail, policy, now), cancel)
            : new Refusal.NoSuchLink();

    private async Task<(AccountId Account, CodeMail Mail)?> FindCodeMailAsync(string token, CancellationToken cancel)
    {
        if (codes.MessageOf(token) is not { } id)
            return null;

        await using var context = await contexts.CreateDbContextAsync(cancel);
        var message = await context.Messages.AsNoTracking()
            .SingleOrDefaultAsync(sent => sent.Id == id && sent.Kind == Message.CodeKind && sent.Channel == Channel.Email, cancel);
        return message is { Account: { } account } && clock.GetUtcNow() < message.CreatedAt + CodeMail.Life
            ? (account, new(message.Id, message.Method, new(MethodKind.Email, message.To), message.Language, message.Challenge))
            : null;
    }

    /// <summary>Within a day: of the same method, or of anything that is none of the account's.</summary>
    private static bool IsSaid(PortalContext context, SecurityProfile profile, CodeMail mail, DateTimeOffset now)
    {
        var yesterday = now - s_saidFor;
        var lately = context.Cases.AsNoTracking()
            .Where(opened => opened.Account == profile.Id && opened.OpenedAt > yesterday && opened.Kind == CaseKind.CodeNotAskedFor)
            .Select(opened => opened.Method).ToList();
        return profile.IsOurs(mail)
            ? lately.Contains(mail.Method)
            : lately.Exists(method => !profile.Methods.Any(known => known.Id == method && known.IsConfirmed));
    }

    private static string? ReportOf(PortalContext context, CodeMail mail) =>
        context.Cases.Where(opened => opened.Message == mail.Id && opened.Kind == CaseKind.CodeNotAskedFor).Select(opened => opened.Number).SingleOrDefault();

    private static DisownedView? ViewOf(DisownedAddress? disowned) =>
        disowned is null ? null : new(disowned.Case, disowned.Kind == CaseKind.AddressDisowned);

    private ChallengeView ViewOf(Challenge sent, CodeMail mail) => new(
        sent.Id,
        sent.Purpose,
        sent.Method,
        mail.To.Kind,
        mail.To.Masked,
        sent.Reference,
        sent.ExpiresAt,
        SecurityProfile.NextSendAt(sent, Policy),
        Policy.Codes.Tries - sent.Tries,
        sent.Sends >= Policy.Codes.Sends);
}

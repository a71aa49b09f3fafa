using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// The recovery form (R-FORM): for whoever has neither password nor info. Whether there is such an account is told to
// staff alone; to everybody else a request is a request.
public sealed partial class SecurityInfoService
{
    /// <summary>A new request, and a code to the applicant's own address.</summary>
    public async Task<Refusal?> AskForRecoveryAsync(Visitor visitor, string name, string contact, string language, CancellationToken cancel)
    {
        if (!AccountName.IsAcceptable(name))
            return new Refusal.WrongNameOrPassword();

        if (EmailAddress.Read(contact, out var unfit) is not { } address)
            return unfit;

        var code = codes.New(clock.GetUtcNow());
        var refusal = await writes.RunAsync<Refusal?>(
            context =>
            {
                var now = clock.GetUtcNow();
                if ((WhyStaffBlocked(context, visitor, now) ?? (Refusal?)WhyTooMany(context, visitor, address, now)) is { } refused)
                    return refused;

                var key = AccountName.KeyOf(name);
                RecoveryRequest request = new()
                {
                    Id = Guid.CreateVersion7(now),
                    Number = OneTimeCodes.NewCaseNumber(),
                    Name = name.Trim(),
                    NameKey = key,
                    Account = s_named(context, key)?.Id,
                    Contact = address.Value,
                    ContactKey = ThrottleKey.Canonical(address),
                    Language = language,
                    Source = visitor.Source,
                    OpenedAt = now,
                };
                context.RecoveryRequests.Add(request);
                Send(context, request, visitor, code, now);
                return null;
            },
            cancel);
        _mail.Ring([Channel.Email]);
        return refusal;
    }

    /// <summary>A code that this browser can enter now; null when there is none, or all its tries are used up.</summary>
    public async Task<RecoveryCodeView?> RecoveryCodeAsync(Visitor visitor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return RequestOf(context, visitor) is { Code: { } code } request && code.IsOpen(now) && code.Tries < Policy.Codes.Tries
            ? new(now, request.Number, request.Contact, code.Reference, code.ExpiresAt, Policy.Codes.Tries - code.Tries, request.State == RecoveryState.Unproved)
            : null;
    }

    /// <summary>The code: a new request is received by it, an old one can be seen.</summary>
    /// <param name="number">Of the old one; null for a new one, whose secret is in the answer and nowhere else.</param>
    public Task<RecoveryAnswer> ProveContactAsync(Visitor visitor, string? number, string typed, CancellationToken cancel)
    {
        var secret = OneTimeCodes.NewCaseSecret();
        return writes.RunAsync<RecoveryAnswer>(
            context =>
            {
                var now = clock.GetUtcNow();
                var isNew = number is null;
                if (RequestOf(context, visitor) is not { } request || isNew != (request.State == RecoveryState.Unproved)
                    || (!isNew && !request.Number.Equals(number!.Trim(), StringComparison.OrdinalIgnoreCase)))
                    return new(new Refusal.NoCodeAsked());

                var refusal = request.Prove(visitor.BrowserId, codes.Check(typed), codes.SealCase(request.Id, secret), Policy, now);
                if (refusal is null or Refusal.WrongCode { TriesLeft: <= 0 })
                    MessageWriter.Wipe(context, [request.Code!.Id], now);
                return new(refusal, request.Number, refusal is null && isNew ? secret : null);
            },
            cancel);
    }

    /// <summary>To begin again: the code of a new request, which nobody has seen yet, can be entered here no more.</summary>
    public Task LeaveRecoveryAsync(Visitor visitor, CancellationToken cancel) => writes.RunAsync(
        context =>
        {
            if (RequestOf(context, visitor) is not { State: RecoveryState.Unproved, Code: { } code } request)
                return false;

            MessageWriter.Wipe(context, [code.Id], clock.GetUtcNow());
            request.Leave();
            return true;
        },
        cancel);

    /// <summary>Number and secret have a code sent to the contact address, by which the request can be seen.</summary>
    public async Task<Refusal?> OpenRecoveryAsync(Visitor visitor, string number, string secret, CancellationToken cancel)
    {
        var code = codes.New(clock.GetUtcNow());
        var refusal = await writes.RunAsync<Refusal?>(
            context =>
            {
                var now = clock.GetUtcNow();
                if (Numbered(context, number) is not { State: not RecoveryState.Unproved } request || !codes.IsSecretOf(request, secret))
                    return new Refusal.NoSuchRequest();

                if (WhyStaffBlocked(context, visitor, now) is { } blocked)
                    return blocked;

                // One that is out already is entered, and nobody fills a mailbox.
                if (request.Code is { } last && now < last.AskedAt + Policy.Codes.Waits[0])
                    return new Refusal.TooSoon(last.AskedAt + Policy.Codes.Waits[0]);

                if (WhyNotOpened(context, request, now) is { } full)
                    return full;

                Send(context, request, visitor, code, now);
                return null;
            },
            cancel);
        _mail.Ring([Channel.Email]);
        return refusal;
    }

    /// <summary>For a browser that gave secret and code lately; null for all others.</summary>
    public async Task<RecoveryView?> RecoveryAsync(Visitor visitor, string number, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (Numbered(context, number) is not { } request || !request.IsSeenBy(visitor.BrowserId, now))
            return null;

        var state = StateOf(request, now);
        return new(
            now, request.Number, request.Name, request.Contact, state,
            [.. request.Steps.Select(step => step with { By = null })], request.WaitEndsAt, state == RecoveryState.Approved && request.IsReady(now));
    }

    /// <summary>What the applicant says to <em>more needed</em>.</summary>
    public Task<Refusal?> AnswerRecoveryAsync(Visitor visitor, string number, string words, CancellationToken cancel) =>
        InRequestAsync(number, (_, request, now) => request.IsSeenBy(visitor.BrowserId, now) ? request.Answer(words.Trim(), now) : new Refusal.NoSuchRequest(), cancel);

    /// <summary>After the wait: the new password, with which the account is then registered anew.</summary>
    public async Task<Refusal?> FinishRecoveryAsync(Visitor visitor, string number, string password, CancellationToken cancel)
    {
        await using var reading = await contexts.CreateDbContextAsync(cancel);
        if (Numbered(reading, number) is not { Account: { } account } known || !known.IsSeenBy(visitor.BrowserId, clock.GetUtcNow()))
            return new Refusal.NoSuchRequest();

        if (WhyWeak(password, known.Name) is { } weak)
            return weak;

        var hash = await passwords.HashAsync(password, cancel);
        return await ChangeAsync(account, visitor, (context, profile, policy, now) =>
        {
            if (Numbered(context, number) is not { } request || !request.IsReady(now))
                return new Refusal.RecoveryClosed();

            var refusal = profile.ApplyRecovery(request.Id, hash, policy, now);
            if (refusal is null)
                request.Finish(now);
            return refusal;
        }, cancel);
    }

    private static Refusal.TooManyRequests? WhyTooMany(PortalContext context, Visitor visitor, Contact address, DateTimeOffset now)
    {
        var yesterday = now - LimitPolicy.Day;
        var contact = ThrottleKey.Canonical(address);
        var ofContact = context.RecoveryRequests.Where(request => request.ContactKey == contact && request.OpenedAt > yesterday).Select(request => request.OpenedAt).ToList();
        var ofSource = context.RecoveryRequests.Where(request => request.Source == visitor.Source && request.OpenedAt > yesterday).Select(request => request.OpenedAt).ToList();
        return Refusal.TooManyRequests.Of(ofContact, RecoveryRequest.AContactADay, LimitPolicy.Day)
            ?? Refusal.TooManyRequests.Of(ofSource, RecoveryRequest.ASourceADay, LimitPolicy.Day);
    }

    /// <summary>As many codes as a method gets, and with them as many tries (R-BLOCK-7).</summary>
    private Refusal.LimitReached? WhyNotOpened(PortalContext context, RecoveryRequest request, DateTimeOffset now)
    {
        var row = ThrottleRows.Read(context, [ThrottleKey.Recovering(request.Id)], out _)[0];
        if ((row.FullUntil(Policy.Limits.MethodAnHour, LimitPolicy.Hour, now) ?? row.FullUntil(Policy.Limits.MethodADay, LimitPolicy.Day, now)) is { } until)
            return new(BlockScope.Destination, Policy.Limits.MethodAnHour, until);

        row.Count(LimitPolicy.Day, now);
        ThrottleRows.Store(context, [row]);
        return null;
    }

    private void Send(PortalContext context, RecoveryRequest request, Visitor visitor, NewCode made, DateTimeOffset now)
    {
        if (request.Code is { } last)
            MessageWriter.Wipe(context, [last.Id], now);
        var code = codes.CutForRecovery(made, Policy);
        Challenge asked = new()
        {
            Id = code.Challenge,
            Purpose = Purpose.Recover,
            Session = new(request.Id),
            Method = default,
            ContactKey = request.ContactKey,
            Seal = code.Seal,
            Reference = code.Reference,
            AskedAt = now,
            LastSentAt = now,
            ExpiresAt = now + Policy.Codes.Life,
            Sends = 1,
        };
        foreach (var other in context.RecoveryRequests.Where(other => other.BrowserId == visitor.BrowserId && other.Id != request.Id))
            other.Leave();
        request.Send(asked, visitor.BrowserId ?? "");
        messages.WriteCode(context, request, asked, code, now);
    }
}

using System.Diagnostics;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.AspNetCore.DataProtection;
using MimeKit;
using SecurityPortal.Delivery;
using SecurityPortal.Delivery.Mail;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Storage;
using SecurityPortal.Work;

namespace SecurityPortal.Benchmarks;

/// <summary>What the outbox carries, from the store to a mail server that says yes at once, beside bare MailKit; and how soon it begins.</summary>
public static class OutboxBenchmarks
{
    private const int Messages = 4_000;
    private const int Singles = 200;

    public static async Task RunAsync(int rounds)
    {
        await using MailSink sink = new();
        await using var services = Services(sink.Port);
        await services.MigrateStoreAsync();
        var account = await OpenAccountAsync(services);
        await SendAllAsync(services, account, Messages / 4);

        List<double> bare = [];
        List<double> outbox = [];
        for (var round = 0; round < rounds; round++)
        {
            bare.Add(Bare(sink.Port));
            outbox.Add(await SendAllAsync(services, account, Messages));
        }

        Measurement.Print("limits.mail.mailkit_kept_connection.c1", "rate", bare.Order().ElementAt(rounds / 2), "msgs/s");
        Measurement.Print("product.outbox.mail.c1", "rate", outbox.Order().ElementAt(rounds / 2), "msgs/s");
        await MeasureIdleAsync(services, sink, account);
    }

    /// <summary>The same mails on one kept connection, made as they are sent.</summary>
    private static double Bare(int port)
    {
        using SmtpClient client = new();
        client.Connect("127.0.0.1", port, SecureSocketOptions.None);
        var begun = Stopwatch.GetTimestamp();
        for (var number = 0; number < Messages; number++)
        {
            using var mail = Plain(number);
            _ = client.Send(mail);
        }

        var rate = Messages / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        client.Disconnect(true);
        return rate;
    }

    private static MimeMessage Plain(int number)
    {
        MimeMessage mail = new();
        mail.From.Add(new MailboxAddress("Account security", "security@contoso.example"));
        mail.To.Add(new MailboxAddress("", $"user{number}@home.example"));
        mail.Subject = "Your verification code";
        mail.Body = new BodyBuilder { TextBody = Text, HtmlBody = $"<p>{Text}</p>" }.ToMessageBody();
        return mail;
    }

    private const string Text = "Use this code to verify the account: 123456. Never share this code. Nobody from support will ask for it.";

    private static async Task<double> SendAllAsync(ServiceProvider services, AccountId account, int count)
    {
        await FillAsync(services, account, count);
        var begun = Stopwatch.GetTimestamp();
        await services.GetRequiredService<Outbox>().FlushAsync(CancellationToken.None);
        return count / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    /// <summary>One code at a time, asked for through the service, while nothing else goes on: from the answer, which is the commit, to the mail server.</summary>
    private static async Task MeasureIdleAsync(ServiceProvider services, MailSink sink, AccountId account)
    {
        var service = services.GetRequiredService<SecurityInfoService>();
        using CancellationTokenSource stopping = new();
        var running = services.GetRequiredService<Outbox>().RunAsync(stopping.Token);
        List<double> waits = [];
        for (var number = 0; number < Singles; number++)
        {
            await Task.Delay(20);
            var before = sink.Taken;
            await RequestAsync(services, service, account, number);
            var committed = Stopwatch.GetTimestamp();
            while (sink.Taken == before)
                await Task.Delay(1);
            waits.Add(Math.Max(0, Stopwatch.GetElapsedTime(committed, sink.LastAt).TotalMicroseconds));
        }

        await stopping.CancelAsync();
        await running;
        double[] sorted = [.. waits.Order()];
        Measurement.Print("product.outbox.idle_enqueue_to_sent", "p50", sorted[sorted.Length / 2], "us");
        Measurement.Print("product.outbox.idle_enqueue_to_sent", "p99", sorted[(int)(sorted.Length * 0.99)], "us");
    }

    private static async Task RequestAsync(ServiceProvider services, SecurityInfoService service, AccountId account, int number)
    {
        Visitor visitor = new($"192.0.2.{number % 250}", "Chrome on Linux", "bench");
        var owner = (await service.SignInAsync(visitor, "bench@contoso.example", "Correct-Horse-9", CancellationToken.None)).Owner!;
        var method = (await service.OverviewAsync(owner, CancellationToken.None))!.Methods[0].Id;
        if (await service.AskForCodeAsync(owner, Purpose.SignIn, method, CancellationToken.None) is { } refusal)
            throw new InvalidOperationException($"{refusal}");
    }

    private static async Task<AccountId> OpenAccountAsync(ServiceProvider services)
    {
        var service = services.GetRequiredService<SecurityInfoService>();
        _ = await service.SeedAsync(
            new(), [new(new("bench@contoso.example", "Bench", "en", "GB", []), "Correct-Horse-9", [new(MethodKind.Email, "bench@home.example")], TimeSpan.FromDays(1), "")], CancellationToken.None);
        return (await service.SignInAsync(new("192.0.2.1", "", ""), "bench@contoso.example", "Correct-Horse-9", CancellationToken.None)).Owner!.Account;
    }

    private static Task<int> FillAsync(ServiceProvider services, AccountId account, int count)
    {
        var now = TimeProvider.System.GetUtcNow();
        var payload = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("SecurityPortal.Messages")
            .Protect(new MessageContent("Your verification code", Text, $"<p>{Text}</p>", "123456", []).ToBytes());
        return services.GetRequiredService<WriteQueue>().RunAsync(
            context =>
            {
                context.Messages.AddRange(Enumerable.Range(0, count).Select(number => New(account, number, payload, now)));
                return count;
            },
            CancellationToken.None);
    }

    private static Message New(AccountId account, int number, byte[] payload, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Account = account,
        Method = MethodId.New(now),
        Channel = Domain.Channel.Email,
        To = $"user{number}@home.example",
        Area = "home.example",
        Kind = Message.CodeKind,
        Language = "en",
        CreatedAt = now,
        DueAt = now,
        ExpiresAt = now + TimeSpan.FromMinutes(10),
        Challenge = ChallengeId.New(now),
        Payload = payload,
    };

    private static ServiceProvider Services(int port)
    {
        var folder = Directory.CreateTempSubdirectory("portal-bench-").FullName;
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Storage:Folder"] = folder,
                ["Mail:Host"] = "127.0.0.1",
                ["Mail:Port"] = $"{port}",
                ["Mail:Security"] = "None",
                ["Mail:From"] = "security@contoso.example",
            })
            .Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddStorage(configuration, new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = Environments.Development, ContentRootPath = folder })
            .AddSecurityInfoService(configuration)
            .AddDelivery(configuration)
            .AddSingleton(new ReturnPathKeys(() => [new byte[32]]))
            .AddMail(configuration)
            .AddSingleton<Outbox>()
            .BuildServiceProvider();
    }
}

using System.Globalization;
using SecurityPortal.Benchmarks;

// usage: dotnet run -c Release --project SecurityPortal.Benchmarks [-- [--rounds N] [--secs S] [domain] [sign-in] [strangers] [search] [log [--rows N]] [pages] [outbox]]
// Prints `name metric value unit`; every value is the median over interleaved rounds.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rounds = Named("--rounds", 5);
var seconds = Named("--secs", 1);
var measurement = new Measurement(rounds, TimeSpan.FromSeconds(seconds));
var isAll = !args.Any(arg => arg is "domain" or "sign-in" or "strangers" or "search" or "log" or "pages" or "outbox");

if (isAll || args.Contains("domain"))
    await DomainBenchmarks.RunAsync(measurement);
if (isAll || args.Contains("sign-in"))
    await SignInBenchmarks.RunAsync(measurement);
if (isAll || args.Contains("strangers"))
    await StrangerBenchmarks.RunAsync(measurement);
if (isAll || args.Contains("search"))
    await SearchBenchmarks.RunAsync(measurement);
if (isAll || args.Contains("log"))
    await LogBenchmarks.RunAsync(measurement, Named("--rows", 1_000_000));
if (isAll || args.Contains("pages"))
    await PageBenchmarks.RunAsync(measurement);
if (isAll || args.Contains("outbox"))
    await OutboxBenchmarks.RunAsync(rounds);

int Named(string name, int otherwise) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

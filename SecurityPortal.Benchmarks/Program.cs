using System.Globalization;
using SecurityPortal.Benchmarks;

// usage: dotnet run -c Release --project SecurityPortal.Benchmarks [-- [--rounds N] [--secs S] [domain] [pages]]
// Prints `name metric value unit`; every value is the median over interleaved rounds.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rounds = Named("--rounds", 5);
var seconds = Named("--secs", 1);
var measurement = new Measurement(rounds, TimeSpan.FromSeconds(seconds));
var isAll = !args.Contains("domain") && !args.Contains("pages");

if (isAll || args.Contains("domain"))
    await DomainBenchmarks.RunAsync(measurement);
if (isAll || args.Contains("pages"))
    await PageBenchmarks.RunAsync(measurement);

int Named(string name, int otherwise) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

using Microsoft.Extensions.Options;
using SecurityPortal;
using SecurityPortal.Storage;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddSecurityPortal();

    var app = builder.Build();
    await app.MapSecurityPortalAsync();

    await app.RunAsync();
    return 0;
}
catch (Exception refusal) when (refusal is OptionsValidationException or StartRefusedException)
{
    // Whoever starts the portal needs the key of the setting, not our stack.
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}

/// <summary>Public, so that the tests can start the portal as it is.</summary>
public partial class Program;

using SecurityPortal;

var builder = WebApplication.CreateBuilder(args);
builder.AddSecurityPortal();

var app = builder.Build();
app.MapSecurityPortal();

await app.RunAsync();

/// <summary>Public, so that the tests can start the portal as it is.</summary>
public partial class Program;

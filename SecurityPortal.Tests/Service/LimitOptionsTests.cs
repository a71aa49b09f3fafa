using Microsoft.Extensions.Configuration;
using SecurityPortal.Service;

namespace SecurityPortal.Tests.Service;

public sealed class LimitOptionsTests
{
    [Theory]
    [InlineData("MethodADay", "4", "Security:Limits:MethodADay must not be less than Security:Limits:MethodAnHour.")]
    [InlineData("NetworkAnHour", "19", "Security:Limits:NetworkAnHour must not be less than Security:Limits:SourceAnHour.")]
    [InlineData("Networks:0:Network", "campus", "Security:Limits:Networks must be networks such as 192.0.2.0/24 with a figure of at least 1.")]
    [InlineData("Networks:0:AnHour", "0", "Security:Limits:Networks must be networks such as 192.0.2.0/24 with a figure of at least 1.")]
    public void What_cannot_be_meant_is_named_by_its_key(string key, string value, string fault)
    {
        var options = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Security:Limits:Networks:0:Network"] = "203.0.112.0/20",
                ["Security:Limits:Networks:0:AnHour"] = "500",
                [$"Security:Limits:{key}"] = value,
            }).Build().GetRequiredSection(SecurityOptions.Section).Get<SecurityOptions>()!;

        Assert.Equal(fault, Assert.Single(options.Validate(new(options))).ErrorMessage);
    }
}

using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace SecurityPortal;

/// <summary>The settings files of the repository's root, which the build puts beside the assembly.</summary>
public static class RootSettings
{
    /// <summary>
    /// Adds them before every file that is there already, so that those, the environment and the command line win over them.
    /// The framework itself looks in the content root, which is the project's folder under <c>dotnet run</c>.
    /// </summary>
    public static void AddSettingsBesideTheAssembly(this IConfigurationBuilder configuration, string environment)
    {
        var files = new PhysicalFileProvider(AppContext.BaseDirectory);
        var sources = configuration.Sources;
        var first = sources.TakeWhile(source => source is not JsonConfigurationSource).Count();

        string[] weakestLast = [$"appsettings.{environment}.json", "appsettings.json"];
        foreach (var name in weakestLast)
            sources.Insert(first, new JsonConfigurationSource { FileProvider = files, Path = name, Optional = true });
    }
}

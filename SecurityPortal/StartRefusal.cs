using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace SecurityPortal;

/// <summary>What keeps the portal from starting, in one line that names the setting to mend.</summary>
internal static partial class StartRefusal
{
    private const string Binder = "Microsoft.Extensions.Configuration.Binder";

    /// <summary>Null for what no setting explains.</summary>
    public static string? Of(Exception exception) => exception switch
    {
        StartRefusedException => exception.Message,
        OptionsValidationException invalid => string.Join(' ', invalid.Failures.Select(Key)),
        AggregateException many when many.InnerExceptions.All(inner => inner is OptionsValidationException) =>
            string.Join(' ', many.InnerExceptions.Select(Of)),
        InvalidOperationException { Source: Binder, InnerException: InvalidOperationException { Source: Binder } inner } =>
            Of(inner),
        InvalidOperationException { Source: Binder } =>
            Unknown().Replace(exception.Message, "Settings: there is no ${name} in ${type}."),
        InvalidDataException => $"{exception.Message} {exception.GetBaseException().Message}".ReplaceLineEndings(" "),
        _ => null,
    };

    /// <summary><c>The field SecurityOptions.Codes.Life</c> of the options is <c>Security:Codes:Life</c> in settings.</summary>
    private static string Key(string failure) =>
        Field().Replace(failure, field => $"{field.Groups["section"]}{field.Groups["path"].Value.Replace('.', ':')}");

    [GeneratedRegex(@"^(\w+: )?(The field |The )?(?<section>\w+)Options(?<path>(\.\w+)+)( field)?")]
    private static partial Regex Field();

    [GeneratedRegex(@"^'ErrorOnUnknownConfiguration' .* on the instance of (\w+\.)*(?<type>\w+): (?<name>.*)$")]
    private static partial Regex Unknown();
}

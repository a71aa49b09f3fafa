using Microsoft.Extensions.Options;

namespace SecurityPortal.Web;

/// <summary>A file of places that cannot be read stops the start: whoever named one wants it to count.</summary>
public sealed class PlacesRules : IValidateOptions<PlacesOptions>
{
    public ValidateOptionsResult Validate(string? name, PlacesOptions options)
    {
        if (options.File is "")
            return ValidateOptionsResult.Success;

        try
        {
            using var reader = Places.Open(options.File);
            return ValidateOptionsResult.Success;
        }
        catch (Exception exception) when (Places.IsUnreadable(exception))
        {
            return ValidateOptionsResult.Fail($"{PlacesOptions.Section}:{nameof(PlacesOptions.File)} must be a file of places in MaxMind's format (.mmdb), which '{options.File}' is not: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }
}

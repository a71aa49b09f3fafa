using System.Globalization;

namespace SecurityPortal.Tests.Support;

/// <summary>For the length of a <c>using</c>, what a reader of some language gets to see.</summary>
public sealed class Reading : IDisposable
{
    private readonly (CultureInfo Formats, CultureInfo Words) _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    private Reading(CultureInfo language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language;

    public static Reading In(string language) => new(CultureInfo.GetCultureInfo(language));

    public static T In<T>(string language, Func<T> what)
    {
        using var reading = In(language);
        return what();
    }

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _before;
}

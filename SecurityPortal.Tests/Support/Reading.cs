using System.Globalization;

namespace SecurityPortal.Tests.Support;

/// <summary>What a reader of some language gets to see.</summary>
public static class Reading
{
    public static T In<T>(string language, Func<T> what)
    {
        var (culture, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return what();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        }
    }
}

using System.Text.RegularExpressions;

namespace SecurityPortal.Delivery.Gateways;

/// <summary>The one spelling in which numbers leave the building: <c>+447700900123</c>.</summary>
public static partial class E164
{
    public static bool Is(string number) => Number().IsMatch(number);

    public static string Require(string number) =>
        Is(number) ? number : throw new ArgumentException("A number that is stored or sent to is in E.164.", nameof(number));

    [GeneratedRegex(@"\A\+[1-9][0-9]{6,14}\z")]
    private static partial Regex Number();
}

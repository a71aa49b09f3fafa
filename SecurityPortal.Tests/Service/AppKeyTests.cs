using System.Text.RegularExpressions;
using Bunit;
using CsCheck;
using OtpNet;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Service;

/// <summary>What an authenticator app is given (R-PASS-4).</summary>
public sealed partial class AppKeyTests
{
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static readonly Gen<string> s_keys = Gen.Byte.Array[20].Select(seed => Base32Encoding.ToString(seed));

    [Fact]
    public void The_address_names_organisation_and_account_and_says_how_codes_are_made() => Assert.Equal(
        $"otpauth://totp/Contoso%20%26%20Sons:rachel%40contoso.example?secret={Key}&issuer=Contoso%20%26%20Sons&algorithm=SHA1&digits=6&period=30",
        AppKey.UriOf(Key, "Contoso & Sons", "rachel@contoso.example"));

    [Fact]
    public void The_key_to_type_is_eight_groups_of_four_and_the_whole_key() => s_keys.Sample(key =>
    {
        var groups = new AppKey(MethodId.New(Portal.Noon), key, "").Grouped.Split(' ');

        Assert.Equal(8, groups.Length);
        Assert.All(groups, group => Assert.Equal(4, group.Length));
        Assert.Equal(key, string.Concat(groups));
    });

    [Fact]
    public void The_picture_has_its_three_corners_and_a_quiet_edge() => s_keys.Sample(key =>
    {
        var picture = AppPicture.Of(AppKey.UriOf(key, "Contoso", "rachel@contoso.example"));
        var far = picture.Side - 11;

        Assert.Contains("M4 4h7v1h-7z", picture.Dark);
        Assert.Contains($"M{far} 4h7v1h-7z", picture.Dark);
        Assert.Contains($"M4 {far}h7v1h-7z", picture.Dark);
        Assert.All(Bar().Matches(picture.Dark), bar =>
        {
            Assert.InRange(Number(bar, "x"), 4, picture.Side - 5);
            Assert.InRange(Number(bar, "x") + Number(bar, "length"), 5, picture.Side - 4);
            Assert.InRange(Number(bar, "y"), 4, picture.Side - 5);
        });
    }, iter: 20);

    [Fact]
    public void The_picture_is_dark_on_white_and_tells_nobody_who_listens_what_it_holds()
    {
        using BunitContext context = new();
        var view = context.Render<AppPictureView>(parameters => parameters
            .Add(shown => shown.Picture, AppPicture.Of("otpauth://totp/Contoso"))
            .Add(shown => shown.Title, "Picture for your app"));

        Assert.Equal("Picture for your app", view.Find("title").TextContent);
        Assert.Equal("#fff", view.Find("rect").GetAttribute("fill"));
        Assert.Equal("#000", view.Find("path").GetAttribute("fill"));
        Assert.DoesNotContain("otpauth", view.Markup);
    }

    private static int Number(Match bar, string name) => int.Parse(bar.Groups[name].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(?<x>\d+) (?<y>\d+)h(?<length>\d+)v1")]
    private static partial Regex Bar();
}

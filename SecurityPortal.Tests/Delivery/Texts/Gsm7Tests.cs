using CsCheck;
using SecurityPortal.Delivery.Texts;

namespace SecurityPortal.Tests.Delivery.Texts;

public sealed class Gsm7Tests
{
    private const string Basic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡AZÄÖÑÜ§¿azäöñüà";
    private const string Extension = "^{}\\[~]|€";

    private static readonly Gen<string> s_gsm7 = Gen.Char[Basic + Extension].Array[0, 500].Select(letters => new string(letters));
    private static readonly Gen<string> s_any = Gen.OneOf(Gen.Char['\u0020', '\ud7ff'].Select(letter => $"{letter}"), Gen.Const("😀")).Array[0, 300].Select(string.Concat);

    [Theory]
    [InlineData("Your code is 493027.\n@portal.example #493027", true)]
    [InlineData("Straße, Übergröße, señor, à 5 €", true)]
    [InlineData("ça va", false)]
    [InlineData("an en dash – here", false)]
    [InlineData("a mask •••", false)]
    [InlineData("`", false)]
    [InlineData("Ваш код", false)]
    public void Knows_which_texts_fit(string text, bool fits) => Assert.Equal(fits, Gsm7.Fits(text));

    [Theory]
    [InlineData('a', 0, 0)]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('a', 306, 2)]
    [InlineData('a', 307, 3)]
    [InlineData('€', 80, 1)]
    [InlineData('€', 81, 2)]
    [InlineData('€', 153, 3)]
    [InlineData('я', 70, 1)]
    [InlineData('я', 71, 2)]
    [InlineData('я', 134, 2)]
    [InlineData('я', 135, 3)]
    public void Counts_the_parts(char letter, int letters, int segments) =>
        Assert.Equal(segments, Gsm7.SizeOf(new(letter, letters)).Segments);

    [Fact]
    public void A_letter_of_two_units_is_not_torn_apart() =>
        Assert.Equal((136, 3), (Gsm7.SizeOf(string.Concat(Enumerable.Repeat("😀", 68))).Units, Gsm7.SizeOf(string.Concat(Enumerable.Repeat("😀", 68))).Segments));

    [Fact]
    public void Every_text_of_the_alphabet_fits_and_takes_two_septets_for_an_extended_letter() => s_gsm7.Sample(text =>
    {
        var size = Gsm7.SizeOf(text);
        Assert.True(size.IsGsm7);
        Assert.Equal(text.Length + text.Count(Extension.Contains), size.Units);
    });

    [Fact]
    public void One_foreign_letter_makes_the_whole_text_UCS_2() => s_gsm7.Sample(text =>
    {
        Assert.Equal(new(false, text.Length + 1, text.Length < 70 ? 1 : ((text.Length + 1 + 66) / 67)), Gsm7.SizeOf(text + "ж"));
    });

    [Fact]
    public void The_parts_hold_the_text_and_none_is_spare() => s_any.Sample(text =>
    {
        var (isGsm7, units, segments) = Gsm7.SizeOf(text);
        var (alone, inParts) = isGsm7 ? (160, 153) : (70, 67);
        Assert.Equal(units == 0, segments == 0);
        Assert.Equal(units is > 0 && units <= alone, segments == 1);
        // At the end of a part one unit may stay free, because a letter of two did not fit.
        Assert.True(segments < 2 || (units <= segments * inParts && units > (segments - 1) * (inParts - 1)));
    });

    [Fact]
    public void More_text_never_takes_fewer_parts() => Gen.Select(s_any, s_any).Sample((text, more) =>
        Assert.True(Gsm7.SizeOf(text + more).Segments >= Gsm7.SizeOf(text).Segments || Gsm7.SizeOf(text + more).IsGsm7));
}

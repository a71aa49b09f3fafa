using CsCheck;
using PhoneNumbers;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using PhoneNumber = SecurityPortal.Domain.PhoneNumber;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-METH-4, R-METH-5: which numbers can be sent codes. The numbering plans of all countries are asked.</summary>
public sealed class PhoneNumberTests
{
    private static readonly PhoneNumberUtil s_plans = PhoneNumberUtil.GetInstance();

    public static TheoryData<PhoneNumberType, PhoneFault, int> RefusedKinds => new()
    {
        { PhoneNumberType.VOIP, PhoneFault.Voip, 90 },
        { PhoneNumberType.PREMIUM_RATE, PhoneFault.PremiumRate, 140 },
        { PhoneNumberType.SHARED_COST, PhoneFault.SharedCost, 50 },
        { PhoneNumberType.PAGER, PhoneFault.Pager, 20 },
        { PhoneNumberType.VOICEMAIL, PhoneFault.Voicemail, 10 },
        { PhoneNumberType.UAN, PhoneFault.CompanyWide, 60 },
        { PhoneNumberType.TOLL_FREE, PhoneFault.ReachedElsewhere, 180 },
        { PhoneNumberType.PERSONAL_NUMBER, PhoneFault.ReachedElsewhere, 50 },
    };

    [Theory]
    [MemberData(nameof(RefusedKinds))]
    public void Refuses_every_number_of_a_kind_that_gets_no_codes(PhoneNumberType kind, PhoneFault fault, int atLeast)
    {
        var numbers = Examples(kind);

        Assert.True(numbers.Count >= atLeast);
        Assert.All(numbers, number => Assert.Equal(new Refusal.NotAPhone(fault), RefusalOf(number)));
        Assert.All(numbers, number => Assert.Equal(fault, PhoneNumber.KindFaultOf(number)));
    }

    [Fact]
    public void Takes_fixed_lines_only_where_the_portal_can_call()
    {
        var lines = Examples(PhoneNumberType.FIXED_LINE)
            .Where(number => s_plans.GetNumberType(s_plans.Parse(number, null)) == PhoneNumberType.FIXED_LINE)
            .Select(number => PhoneNumber.Read(number, null, out _)!).ToArray();

        Assert.True(lines.Length > 150);
        Assert.All(lines, line => Assert.False(PhoneNumber.TakesTexts(line.Value)));
        Assert.All(lines, line => Assert.Equal(new Refusal.NotAPhone(PhoneFault.CallsOnly), SecurityProfile.WhyNoCodesTo(line, Life.Policy)));
        Assert.All(lines, line => Assert.Null(SecurityProfile.WhyNoCodesTo(line, Life.Policy with { HasCalls = true })));
    }

    [Fact]
    public void Takes_the_mobile_phones_of_every_country_and_keeps_them_in_e164()
    {
        var numbers = Examples(PhoneNumberType.MOBILE);

        Assert.True(numbers.Count > 230);
        Assert.All(numbers, number => Assert.Equal(number, PhoneNumber.Read(number, null, out _)?.Value));
    }

    [Theory]
    [InlineData("+44 7400 123456", null)]
    [InlineData("07400 123456", "GB")]
    [InlineData("(07400) 123-456", "GB")]
    [InlineData("+447400123456", "DE")]
    [InlineData("00 44 7400 123456", "DE")]
    [InlineData(" \uFF0B44\uFF17\uFF14\uFF10\uFF10123456 ", null)]
    public void Reads_a_number_as_people_write_it(string typed, string? country) =>
        Assert.Equal("+447400123456", PhoneNumber.Read(typed, country, out _)?.Value);

    [Theory]
    [InlineData("+44 5600 000000", PhoneFault.Voip)]
    [InlineData(null, PhoneFault.Empty)]
    [InlineData("  ", PhoneFault.Empty)]
    [InlineData("07400 123456", PhoneFault.NoCountry)]
    [InlineData("+44 7400 12345", PhoneFault.NotANumber)]
    [InlineData("+44 7400 123456 7", PhoneFault.NotANumber)]
    [InlineData("+999 123456789", PhoneFault.NotANumber)]
    [InlineData("+1 800 FLOWERS", PhoneFault.NotANumber)]
    [InlineData("+44 7400 123456 x 12", PhoneFault.NotANumber)]
    [InlineData("+44 7400 123456 #12", PhoneFault.NotANumber)]
    [InlineData("+44 7400\n123456", PhoneFault.NotANumber)]
    [InlineData("+", PhoneFault.NotANumber)]
    public void Refuses_what_is_no_number_and_says_why(string? typed, PhoneFault fault) =>
        Assert.Equal(new Refusal.NotAPhone(fault), RefusalOf(typed));

    [Fact]
    public void Refuses_what_is_longer_than_any_number() =>
        Assert.Equal(new Refusal.NotAPhone(PhoneFault.TooLong), RefusalOf(new string('7', 10_000)));

    [Fact]
    public void Refuses_a_country_that_there_is_not()
    {
        Assert.Null(PhoneNumber.Read("07400 123456", "XX", out var refusal));
        Assert.Equal(new Refusal.NotAPhone(PhoneFault.NotANumber), refusal);
    }

    [Fact]
    public void Whatever_is_typed_is_either_a_number_or_refused() => Gen.String[Gen.Char, 0, 45].Sample(typed =>
    {
        var read = PhoneNumber.Read(typed, "GB", out var refusal);

        Assert.True(read is null ^ refusal is null);
        if (read is not null)
            Assert.Matches(@"^\+[1-9][0-9]{5,14}$", read.Value);
    });

    private static Refusal? RefusalOf(string? typed)
    {
        Assert.Null(PhoneNumber.Read(typed, null, out var refusal));
        return refusal;
    }

    private static List<string> Examples(PhoneNumberType kind) =>
        [.. s_plans.GetSupportedRegions()
            .Select(region => s_plans.GetExampleNumberForType(region, kind))
            .Where(number => number is not null)
            .Select(number => s_plans.Format(number, PhoneNumberFormat.E164))];
}

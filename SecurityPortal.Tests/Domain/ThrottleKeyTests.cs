using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Domain;

/// <summary>However a mailbox is spelled, it is counted once (R-BLOCK-7).</summary>
public sealed class ThrottleKeyTests
{
    [Fact]
    public void A_thousand_spellings_of_one_mailbox_are_one_key()
    {
        var spellings = from number in Enumerable.Range(0, 1_000)
                        let local = string.Concat("rachelgreen".Select((letter, i) => $"{((number >> i) % 2 == 0 ? letter : char.ToUpperInvariant(letter))}{(i < 10 && number % (i + 2) == 0 ? "." : "")}"))
                        let domain = number % 2 == 0 ? "GMail.com" : "googlemail.COM"
                        select $"{local}{(number % 3 == 0 ? "" : $"+{number}")}@{domain}";

        Assert.Equal(1_000, spellings.Distinct().Count());
        Assert.Equal("destination:rachelgreen@gmail.com", Assert.Single(spellings.Select(Key).Distinct()));
    }

    [Theory]
    [InlineData("rachel.green@mail.example", "rachelgreen@mail.example")]
    [InlineData("rachel@mail.example", "rachel@post.example")]
    [InlineData("+rachel@mail.example", "+laura@mail.example")]
    public void Other_mailboxes_are_others(string one, string other) => Assert.NotEqual(Key(one), Key(other));

    [Theory]
    [InlineData("rachel@bücher.example", "RACHEL@xn--bcher-kva.example")]
    [InlineData("rachel@ｍａｉｌ.example", "rachel@mail.example")]
    public void A_domain_is_the_same_in_any_script(string one, string other) => Assert.Equal(Key(other), Key(one));

    [Theory]
    [InlineData("192.0.2.77", "network:192.0.2.0/24")]
    [InlineData("2001:db8:1:2::/64", "network:2001:db8:1::/48")]
    [InlineData("2001:db8:1:ffff::/64", "network:2001:db8:1::/48")]
    [InlineData("unknown", null)]
    public void Sources_lie_in_networks(string source, string? network) => Assert.Equal(network, ThrottleKey.Network(source));

    [Fact]
    public void Ten_thousand_numbers_in_a_row_are_one_range() =>
        Assert.Equal("range:+44770090", ThrottleKey.Range(new(MethodKind.Phone, "+447700900123")));

    [Theory]
    [InlineData("203.0.113.9", 7)]
    [InlineData("203.0.113.130", 9)]
    [InlineData("2001:db8:5:1::/64", 11)]
    [InlineData("192.0.2.1", null)]
    [InlineData("unknown", null)]
    public void The_smallest_named_network_that_holds_a_source_has_its_figure(string source, int? figure)
    {
        var policy = Support.Life.Policy.Limits with { Networks = [new("203.0.113.0/24", 7), new("203.0.113.128/25", 9), new("2001:db8:5::/48", 11)] };

        Assert.Equal(figure, policy.OfNetwork(source));
    }

    private static string Key(string address) => ThrottleKey.Destination(new(MethodKind.Email, address));
}

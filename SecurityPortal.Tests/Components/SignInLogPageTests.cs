using Bunit;
using SecurityPortal.Components.StaffPages;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>R-HELP-9: the log as staff see it, under the address of its filter.</summary>
public sealed class SignInLogPageTests : StaffPageTest
{
    private const string Log = "/help-desk/sign-ins";

    [Fact]
    public async Task Shows_each_try_and_draws_them()
    {
        await TryAsync("wrong");

        var page = Open<SignInLogPage>(Log);

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".log-table tbody tr").Count));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("svg.chart rect")));
        Assert.All(page.FindAll("svg.chart, .log-bars"), chart => Assert.NotNull(page.Find($"#{chart.GetAttribute("aria-labelledby")}")));
        Assert.Contains("Wrong password", page.Find(".log-table").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[style]"));
        Assert.Equal("/help-desk/sign-ins.csv", page.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public async Task A_filter_comes_into_the_address_and_out_of_it()
    {
        await TryAsync("wrong");
        var page = Open<SignInLogPage>(Log);
        page.Find("#name").Change(Rachel);
        page.Find("#cause").Change("User");
        page.Find("#time").Change("between");
        page.WaitForElement("#from").Change("2026-11-23T12:00");

        await PressAsync(page, "Filter");

        page.WaitForAssertion(() => Assert.Equal("/help-desk/sign-ins?name=rachel%40contoso.example&group=User&from=2026-11-23T12%3A00%3A00Z", Place));
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".log-table tbody tr")));
        Address.NavigateTo(Log);
        page.WaitForAssertion(() => Assert.Equal("", page.Find("#name").GetAttribute("value")));
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".log-table tbody tr").Count));
    }

    [Fact]
    public async Task Somebodys_address_is_refused_and_never_in_the_address()
    {
        var page = Open<SignInLogPage>(Log);
        page.Find("#name").Change("rachel@mail.example");

        await PressAsync(page, "Filter");

        page.WaitForAssertion(() => Assert.Contains("not the name of an account", page.Find("#name-error").TextContent, StringComparison.Ordinal));
        Assert.Equal(Log, Place);
        Assert.Equal("rachel@mail.example", page.Find("#name").GetAttribute("value"));
    }

    [Theory]
    [InlineData("?nmae=rachel")]
    [InlineData("?cause=Nothing")]
    [InlineData("?before=x")]
    public void An_address_that_names_no_filter_shows_nothing(string query)
    {
        var page = Open<SignInLogPage>(Log + query);

        Assert.Contains("names a filter that there is not", page.Find(".notice-warning").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".log-table, a[download]"));
    }

    [Fact]
    public async Task A_filter_is_kept_under_a_name()
    {
        var page = Open<SignInLogPage>(Log + "?days=7");
        page.Find("#saved-name").Change("This week");
        await PressAsync(page, "Save");

        page.WaitForAssertion(() => Assert.Equal(Log + "?days=7", page.Find(".log-saved a").GetAttribute("href")));
        await page.Find(".log-saved button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".log-saved a")));
    }

    [Fact]
    public async Task One_try_in_words_with_its_signals()
    {
        await TryAsync("wrong");
        var log = Open<SignInLogPage>(Log + "?result=Failed");
        var link = log.WaitForElement(".log-table tbody a").GetAttribute("href")!;

        var page = Render<SignInEntryPage>(parameters => parameters.Add(entry => entry.Id, long.Parse(link.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture)));

        page.WaitForAssertion(() => Assert.Contains("A wrong password was given", page.Find(".notice").TextContent, StringComparison.Ordinal));
        Assert.Contains("WrongPassword", page.Find("code").TextContent, StringComparison.Ordinal);
        Assert.Contains("Rachel Hart", page.Markup, StringComparison.Ordinal);
        Assert.Contains("203.0.113.8", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("rachel@mail.example", page.Markup, StringComparison.Ordinal);
        Assert.Contains(page.FindAll("a"), known => known.GetAttribute("href") == "/help-desk/sign-ins?source=203.0.113.8");
    }

    private async Task TryAsync(string password) => _ = await Portal.Service.SignInAsync(From("203.0.113.8"), Rachel, password, Cancel);
}

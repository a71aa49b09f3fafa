using Bunit;
using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Layout;
using SecurityPortal.Components.Shared;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Components;

public sealed class SharedComponentsTests : BunitContext
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 13, 5, 0, TimeSpan.Zero);

    private readonly Reading _english = Reading.In("en");

    public SharedComponentsTests() => SetRendererInfo(new("Server", isInteractive: true));

    [Fact]
    public void A_field_ties_its_label_hint_and_error_to_its_input()
    {
        var field = Render<Field>(p => p
            .Add(f => f.Id, "phone")
            .Add(f => f.Label, "Phone")
            .Add(f => f.Hint, "With country")
            .Add(f => f.Error, "Not a phone number")
            .AddUnmatched("autocomplete", "tel"));

        var input = field.Find("#phone");
        Assert.Equal("phone", field.Find("label").GetAttribute("for"));
        Assert.Equal("phone-error phone-hint", input.GetAttribute("aria-describedby"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("tel", input.GetAttribute("autocomplete"));
        Assert.Equal("Not a phone number", field.Find("#phone-error").TextContent);
    }

    [Fact]
    public void An_error_comes_into_a_place_that_was_there_before_so_a_screen_reader_says_it()
    {
        var field = Render<Field>(p => p.Add(f => f.Id, "phone").Add(f => f.Label, "Phone"));
        Assert.Equal("", field.Find("[role=alert]").TextContent.Trim());

        field.Render(p => p.Add(f => f.Error, "Not a phone number"));

        Assert.Equal("Not a phone number", field.Find("[role=alert] #phone-error").TextContent);
    }

    [Fact]
    public void A_field_for_a_code_lets_the_phone_fill_it_in()
    {
        var input = Render<Field>(p => p.Add(f => f.Id, "code").Add(f => f.Label, "Code").Add(f => f.Code, true)).Find("input");

        Assert.Equal("numeric", input.GetAttribute("inputmode"));
        Assert.Equal("one-time-code", input.GetAttribute("autocomplete"));
        Assert.False(input.HasAttribute("aria-invalid"));
        Assert.False(input.HasAttribute("aria-describedby"));
    }

    [Fact]
    public void A_field_in_a_circuit_keeps_what_is_typed()
    {
        var typed = "";
        var field = Render<Field>(p => p
            .Add(f => f.Id, "x").Add(f => f.Label, "X").Bind(f => f.Value, typed, value => typed = value!));

        field.Find("input").Change("rachel");

        Assert.Equal("rachel", typed);
    }

    [Fact]
    public void An_instant_is_said_twice_in_the_visitors_zone()
    {
        RenderTree.Add<CascadingValue<TimeZoneInfo>>(p =>
            p.Add(v => v.Value, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));

        var instant = Render<Instant>(p => p.Add(i => i.At, s_now.AddDays(29)).Add(i => i.Now, s_now));

        Assert.Equal("in 29 days", instant.Find("span span").TextContent);
        Assert.Equal("Tuesday, 22 December 2026, 14:05", instant.Find("time").TextContent);
        Assert.Equal("2026-12-22T13:05:00Z", instant.Find("time").GetAttribute("datetime"));
    }

    [Fact]
    public void The_step_line_marks_where_one_is()
    {
        var steps = Render<Steps>(p => p.Add(s => s.Words, ["New info", "Confirm", "Review"]).Add(s => s.Current, 1));

        Assert.Equal("Step 2 of 3", steps.Find("ol").GetAttribute("aria-label"));
        Assert.Equal("Confirm", steps.Find("[aria-current=step]").TextContent);
        Assert.Equal("New info", steps.Find(".done").TextContent);
    }

    [Fact]
    public void An_urgent_banner_is_read_out_at_once()
    {
        var banner = Render<Banner>(p => p
            .Add(b => b.Kind, BannerKind.Bad).Add(b => b.Urgent, true).AddChildContent("That code is wrong."));

        Assert.Contains("That code is wrong.", banner.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_connection_is_said_by_name_and_can_be_tried_again_while_it_is_being_tried()
    {
        var modal = Render<ReconnectModal>();

        var words = modal.Find("#" + modal.Find("dialog").GetAttribute("aria-labelledby"));
        Assert.Contains("The connection was interrupted", words.TextContent, StringComparison.Ordinal);
        Assert.Equal("show failed", modal.Find("#components-reconnect-button").GetAttribute("data-when"));
    }

    [Fact]
    public void An_icon_is_silent_unless_it_is_named()
    {
        Assert.Equal("true", Render<Icon>(p => p.Add(i => i.Name, IconName.Email)).Find("svg").GetAttribute("aria-hidden"));
        Assert.Equal("E-mail", Render<Icon>(p => p.Add(i => i.Name, IconName.Email).Add(i => i.Label, "E-mail")).Find("svg[role=img]").GetAttribute("aria-label"));
    }

    [Fact]
    public void Every_icon_is_drawn() =>
        Assert.All(Enum.GetValues<IconName>(), name => Assert.StartsWith("M", IconShapes.Of(name), StringComparison.Ordinal));

    protected override void Dispose(bool disposing)
    {
        _english.Dispose();
        base.Dispose(disposing);
    }
}

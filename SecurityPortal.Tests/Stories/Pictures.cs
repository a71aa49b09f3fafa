using Microsoft.Playwright;

namespace SecurityPortal.Tests.Stories;

/// <summary>The pictures of the README are taken on the way: <c>PORTAL_PICTURES=docs/pictures SecurityPortal.Tests/run</c>.</summary>
public static class Pictures
{
    private static readonly string? s_folder = Environment.GetEnvironmentVariable("PORTAL_PICTURES");

    extension(Person person)
    {
        public async Task TakePictureAsync(string name, ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 800)
        {
            if (string.IsNullOrEmpty(s_folder))
                return;

            var page = person.Page;
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await page.SetViewportSizeAsync(width, height);
            await page.EvaluateAsync("() => { document.activeElement?.blur(); scrollTo(0, 0); }");
            await page.ScreenshotAsync(new() { Path = Path.Combine(s_folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await page.SetViewportSizeAsync(1280, 800);
        }
    }
}

using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace SecurityPortal.Tests.Stories;

/// <summary>A page is looked at in every dress: light and dark, and as narrow as the narrowest phone.</summary>
public static class Looking
{
    /// <summary>Colours that are still changing are neither one nor the other.</summary>
    private const string Violations = """
        async () => {
            document.getAnimations().filter(change => change.effect.getTiming().iterations < Infinity).forEach(change => change.finish());
            const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
            const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
            return violations.map(fault => `${fault.id}: ${fault.nodes.map(node => `${node.html} ${node.failureSummary}`).join(' ')}`);
        }
        """;

    private const string TooWide = """
        () => {
            const isOut = part => part.getBoundingClientRect().right > innerWidth + 1;
            const parts = [...document.querySelectorAll('body *')].filter(isOut).map(part => part.outerHTML.slice(0, 120));
            return document.documentElement.scrollWidth <= innerWidth ? '' : parts.slice(-3).join(' ') || 'something';
        }
        """;

    private static readonly string s_axe = new BundledAxeScriptProvider().GetScript();

    extension(Person person)
    {
        /// <summary>As it is now; a fault names the page and the part of it.</summary>
        public async Task LookAsync(string heading)
        {
            await person.IsAtAsync(heading);
            await person.LookAtAllAsync();
        }

        /// <summary>While it is open, what is behind it is no part of the page.</summary>
        public async Task LookAtDialogAsync()
        {
            await Assertions.Expect(person.Dialog).ToBeVisibleAsync();
            await person.LookAtAllAsync();
        }

        private async Task LookAtAllAsync()
        {
            var page = person.Page;
            _ = await page.EvaluateAsync(s_axe);
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                var faults = await page.EvaluateAsync<JsonElement>(Violations);
                Assert.True(faults.GetArrayLength() == 0, $"{page.Url} in {scheme}: {faults}");
            }

            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await page.SetViewportSizeAsync(320, 800);
            Assert.Equal("", await page.EvaluateAsync<string>(TooWide));
            await page.SetViewportSizeAsync(1280, 800);
        }
    }
}

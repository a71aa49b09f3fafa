using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Support;

/// <summary>The steps of signing in, as people take them on the pages.</summary>
public static class SigningIn
{
    extension(Tab tab)
    {
        public async Task TypeNameAsync(string name = People.Rachel)
        {
            if (tab.Page.QuerySelector("#account") is null)
                await tab.OpenAsync("/sign-in");
            await tab.PressAsync("Next", ("account", name));
        }

        public Task TypePasswordAsync(string password = Portal.Password) => tab.PressAsync("Sign in", ("password", password));

        /// <summary>The field says so itself, to the eye and to a screen reader, and the caret waits in it.</summary>
        public void AssertIsAtFault(string field, string said)
        {
            var found = tab.Page.GetElementById(field)!;
            Assert.Equal("true", found.GetAttribute("aria-invalid"));
            Assert.True(found.HasAttribute("autofocus"));
            Assert.Contains(found.GetAttribute("aria-describedby")!.Split(' '), id => tab.Page.GetElementById(id)!.TextContent.Contains(said, StringComparison.Ordinal));
            Assert.Empty(tab.Page.QuerySelectorAll(".notice-bad"));
        }

        /// <summary>As far as <em>Verify your identity</em>, or wherever a right password leads.</summary>
        public async Task GivePasswordAsync(string name = People.Rachel)
        {
            await tab.TypeNameAsync(name);
            await tab.TypePasswordAsync();
        }

        /// <summary>The row of a contact, as it is masked.</summary>
        public Task ChooseAsync(Contact contact) => tab.PressAsync(contact.Masked);

        public Task TypeCodeAsync(string code) => tab.PressAsync("Verify", ("code", code));

        public async Task SignInAsync(WebPortal portal, Contact? with = null)
        {
            var contact = with ?? People.RachelsMail;
            await tab.GivePasswordAsync();
            await tab.ChooseAsync(contact);
            await tab.TypeCodeAsync(await portal.CodeToAsync(contact));
        }
    }
}

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

using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Delivery;
using SecurityPortal.Domain;
using SecurityPortal.Rehearsal;
using SecurityPortal.Service;
using SecurityPortal.Work;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Support;

/// <summary>What the demo accounts of a rehearsal do, without the pages on which people do it.</summary>
public static class Rehearsing
{
    extension(PortalServer portal)
    {
        private SecurityInfoService Service => portal.Services.GetRequiredService<SecurityInfoService>();

        public async Task<Owner> GivePasswordAsync(string name, string password = DemoAccounts.Password)
        {
            Assert.NotEmpty(portal.Url);
            var answer = await portal.Service.SignInAsync(From("192.0.2.1"), name, password, Cancel);
            Assert.Null(answer.Refusal);
            return answer.Owner!;
        }

        /// <param name="method">Its place in the list.</param>
        public async Task AskForCodeAsync(string name, int method)
        {
            var owner = await portal.GivePasswordAsync(name);
            var overview = await portal.Service.OverviewAsync(owner, Cancel);
            Assert.Null(await portal.Service.AskForCodeAsync(owner, Purpose.SignIn, overview!.Methods[method].Id, Cancel));
        }

        /// <summary>To <see cref="NewMail"/>.</summary>
        public async Task StartReplacementAsync(string name)
        {
            var owner = await portal.GivePasswordAsync(name);
            Assert.Null(await portal.Service.EnterNewInfoAsync(owner, NewMail, Cancel));
            var info = (await portal.Service.OverviewAsync(owner, Cancel))!.Draft!.Infos[^1];
            var challenge = (await portal.Service.OverviewAsync(owner, Cancel))!.ChallengeFor(Purpose.ConfirmNewInfo, info.Id)!;
            Assert.Null(await portal.Service.ConfirmNewInfoAsync(owner, challenge.Id, (await portal.NewestAsync(NewMail)).Code!, Cancel));
            Assert.Null(await portal.Service.StartReplacementAsync(owner, Cancel));
        }

        public async Task<Dispatch> NewestAsync(Contact contact)
        {
            await portal.Services.GetRequiredService<Outbox>().FlushAsync(Cancel);
            return portal.Services.GetRequiredService<EmbeddedChannel>().Newest(contact.Value, 1)[0].Message;
        }
    }
}

using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

public sealed class AuthenticatorAppTests
{
    private readonly AppSeeds _seeds = new(new EphemeralDataProtectionProvider());

    // RFC 6238, appendix B, SHA-1; its codes have eight digits, of which an app of six shows the last.
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_are_those_of_the_standard(long second, string code)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(second);

        Assert.Equal(second / 30, AppSeeds.StepOf("12345678901234567890"u8.ToArray(), code[2..], now));
        Assert.Null(AppSeeds.StepOf("12345678901234567890"u8.ToArray(), code[..6], now));
    }

    [Fact]
    public void This_step_and_the_one_before_are_taken_and_no_other()
    {
        var seed = AppSeeds.New();
        var now = Portal.Noon;
        var code = CodeOf(seed, now);

        Assert.NotNull(AppSeeds.StepOf(seed, code, now + TimeSpan.FromSeconds(30)));
        Assert.Null(AppSeeds.StepOf(seed, code, now + TimeSpan.FromSeconds(60)));
        Assert.Null(AppSeeds.StepOf(seed, code, now - TimeSpan.FromSeconds(30)));
    }

    [Theory]
    [InlineData("{0} {1}")]
    [InlineData(" {0}-{1} ")]
    public void Blanks_and_dashes_and_wide_digits_mean_the_same_code(string form)
    {
        var (account, app) = (AccountId.New(Portal.Noon), MethodId.New(Portal.Noon));
        var seed = AppSeeds.New();
        var method = Sealed(seed, account, app);
        var code = CodeOf(seed, Portal.Noon);
        var wide = string.Concat(code.Select(digit => (char)(digit - '0' + '０')));

        Assert.NotNull(_seeds.Check(string.Format(CultureInfo.InvariantCulture, form, code[..3], code[3..]), account, Portal.Noon)!(method));
        Assert.NotNull(_seeds.Check(string.Format(CultureInfo.InvariantCulture, form, wide[..3], wide[3..]), account, Portal.Noon)!(method));
    }

    [Fact]
    public void A_seed_that_is_copied_to_another_row_does_not_decrypt()
    {
        var (account, app) = (AccountId.New(Portal.Noon), MethodId.New(Portal.Noon));
        var kept = _seeds.Seal(AppSeeds.New(), account, app);

        Assert.NotNull(_seeds.Open(kept, account, app));
        Assert.Null(_seeds.Open(kept, AccountId.New(Portal.Noon), app));
        Assert.Null(_seeds.Open(kept, account, MethodId.New(Portal.Noon)));
        Assert.Null(_seeds.Open("rubbish", account, app));
    }

    [Fact]
    public async Task An_app_is_bound_by_a_right_code_and_its_key_is_shown_no_more()
    {
        await using var portal = await Portal.OpenAsync();
        await portal.SeedAsync();
        var owner = await ProvedAsync(portal);
        var key = await BeginAsync(portal, owner);

        Assert.Null(await ConfirmAsync(portal, owner, CodeOf(Base32Encoding.ToBytes(key.Key), portal.Now)));

        Assert.Null(await portal.Service.AppKeyAsync(owner, Cancel));
        Assert.Contains((await portal.Service.OverviewAsync(owner, Cancel))!.Usable, method => method.Kind is MethodKind.AuthenticatorApp);
    }

    [Fact]
    public async Task One_step_is_taken_once_however_many_ask_at_the_same_time()
    {
        await using var portal = await Portal.OpenAsync(Unlimited.Settings);
        await portal.SeedAsync();
        var owner = await ProvedAsync(portal);
        var seed = Base32Encoding.ToBytes((await BeginAsync(portal, owner)).Key);
        Assert.Null(await ConfirmAsync(portal, owner, CodeOf(seed, portal.Now)));
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var app = (await portal.ProfileAsync(owner)).Methods.Single(method => method.Kind is MethodKind.AuthenticatorApp).Id;
        var (first, second) = (await AskAsync(portal, owner, app), await AskAsync(portal, await portal.SignInAsync(), app));
        var code = CodeOf(seed, portal.Now);

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(place => place % 2 == 0 ? first(code) : second(code)));

        Assert.Single(answers, answer => answer is null);
        Assert.Contains(new Refusal.AppCodeUsed(), answers);
    }

    private static async Task<Owner> ProvedAsync(Portal portal)
    {
        var owner = await portal.SignInAsync();
        await portal.ProveAsync(owner);
        return owner;
    }

    /// <summary>Each in a session of its own, so that it is the step that they fight for and no challenge.</summary>
    private static async Task<Func<string, Task<Refusal?>>> AskAsync(Portal portal, Owner owner, MethodId app)
    {
        Assert.Null(await portal.Service.AskForCodeAsync(owner, Purpose.ChangeSecurityInfo, app, Cancel));
        var asked = (await portal.ProfileAsync(owner)).Challenges.Last(challenge => challenge.Method == app).Id;
        return typed => portal.Service.ProveAsync(owner, asked, typed, Cancel);
    }

    private static async Task<AppKey> BeginAsync(Portal portal, Owner owner)
    {
        Assert.Null(await portal.Service.AddAppAsync(owner, Cancel));
        return (await portal.Service.AppKeyAsync(owner, Cancel))!;
    }

    private static async Task<Refusal?> ConfirmAsync(Portal portal, Owner owner, string code)
    {
        var asked = (await portal.ProfileAsync(owner)).Challenges.Last(challenge => challenge.Purpose == Purpose.ConfirmMethod).Id;
        return await portal.Service.ConfirmMethodAsync(owner, asked, code, Cancel);
    }

    private static string CodeOf(byte[] seed, DateTimeOffset now) => new Totp(seed).ComputeTotp(now.UtcDateTime);

    private SecurityMethod Sealed(byte[] seed, AccountId account, MethodId app) => new()
    {
        Id = app,
        Kind = MethodKind.AuthenticatorApp,
        Value = "",
        Key = "",
        Seed = _seeds.Seal(seed, account, app),
        Language = "",
        AddedAt = Portal.Noon,
    };
}

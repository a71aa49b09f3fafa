using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-CODE-4: keys have versions, so that a newer one can be put beside those that are in use.</summary>
public sealed class KeyChangeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portal-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_link_that_was_sent_cancels_also_when_a_newer_key_has_come()
    {
        var token = await SentAsync();
        AddKey(2);

        await using var portal = await Portal.OpenAsync(folder: _folder.FullName);

        Assert.Null(await portal.Service.CancelByLinkAsync(From("203.0.113.9"), token, Cancel));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_link_in_a_mailed_code_serves_as_long_as_the_key_that_signed_it(bool isKept)
    {
        string token;
        await using (var before = await Portal.OpenAsync(folder: _folder.FullName))
        {
            await before.SeedAsync();
            var owner = await before.GivePasswordAsync();
            Assert.Null(await before.Service.AskForCodeAsync(owner, Purpose.SignIn, await before.MethodAsync(owner, RachelsMail), Cancel));
            await before.SendMailAsync();
            token = before.Messages.To(RachelsMail.Value)[^1].Links[0].Split('/')[^1];
        }

        AddKey(2);
        if (!isKept)
            RemoveKey(1);

        await using var portal = await Portal.OpenAsync(folder: _folder.FullName);

        Assert.Equal(isKept, await portal.Service.LookAtCodeMailAsync(From("203.0.113.9"), token, Cancel) is not null);
    }

    [Fact]
    public async Task A_link_is_kept_by_the_newest_key_and_serves_on_without_the_older()
    {
        await using (await Portal.OpenAsync(folder: _folder.FullName))
        {
        }

        AddKey(2);
        var token = await SentAsync();
        RemoveKey(1);

        await using var portal = await Portal.OpenAsync(folder: _folder.FullName);

        Assert.Null(await portal.Service.CancelByLinkAsync(From("203.0.113.9"), token, Cancel));
    }

    [Fact]
    public async Task A_link_whose_key_is_gone_is_none()
    {
        var token = await SentAsync();
        AddKey(2);
        RemoveKey(1);

        await using var portal = await Portal.OpenAsync(folder: _folder.FullName);

        Assert.Equal(new Refusal.NoSuchLink(), await portal.Service.CancelByLinkAsync(From("203.0.113.9"), token, Cancel));
    }

    [Fact]
    public async Task A_code_whose_key_is_gone_is_a_wrong_one()
    {
        await using var before = await Portal.OpenAsync(folder: _folder.FullName);
        await before.SeedAsync();
        var limited = await before.GivePasswordAsync();
        var mail = await before.MethodAsync(limited, RachelsMail);
        Assert.Null(await before.Service.AskForCodeAsync(limited, Purpose.SignIn, mail, Cancel));
        var (challenge, code) = await before.CodeAsync(limited, Purpose.SignIn, mail);
        await before.DisposeAsync();
        AddKey(2);
        RemoveKey(1);

        await using var portal = await Portal.OpenAsync(folder: _folder.FullName);

        Assert.IsType<Refusal.WrongCode>((await portal.Service.CompleteSignInAsync(limited, challenge, code, Cancel)).Refusal);
    }

    /// <summary>The token of a link that cancels a replacement, sent by a portal that has stopped since.</summary>
    private async Task<string> SentAsync()
    {
        await using var portal = await Portal.OpenAsync(folder: _folder.FullName);
        await portal.SeedAsync();
        _ = await portal.StartReplacementAsync();
        await portal.SendMailAsync();
        var told = portal.Messages.To(RachelsMail.Value);
        return told.Last(message => message.Kind == nameof(SecurityEvent.ReplacementStarted)).Links[0].Split('/')[^1];
    }

    private void AddKey(int version) =>
        File.WriteAllBytes(KeyFile(version), [.. Enumerable.Range(0, 32).Select(number => (byte)(number * version))]);

    private void RemoveKey(int version) => File.Delete(KeyFile(version));

    private string KeyFile(int version) => Path.Combine(_folder.FullName, "keys", $"codes-{version}.key");
}

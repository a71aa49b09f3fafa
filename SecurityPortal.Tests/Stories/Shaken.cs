namespace SecurityPortal.Tests.Stories;

/// <summary>Somebody whose browser, network and patience fail at every step.</summary>
public sealed class Shaken
{
    private readonly Person _person;
    private readonly Line _line;
    private readonly int _before;

    private Shaken(Person person, Line line, int before) => (_person, _line, _before) = (person, line, before);

    public static async Task<Shaken> OfAsync(Person person) =>
        new(person, await Line.OfAsync(person.Page), await person.Backstage.CountAsync());

    public Task StaysAtAsync(string heading) => StaysAsync(person => person.IsAtAsync(heading));

    /// <param name="isThere">Tells that somebody sees the step they were at.</param>
    public async Task StaysAsync(Func<Person, Task> isThere)
    {
        await isThere(_person);
        var sent = await _person.Backstage.CountAsync();
        await _person.Page.ReloadAsync();
        await isThere(_person);
        await LookInASecondTabAsync(isThere);
        await GoBackAndForthAsync(isThere);
        if (_line.IsThere)
            await _line.CutAsync(_person.Page);
        await isThere(_person);
        Assert.Equal(sent, await _person.Backstage.CountAsync());
    }

    /// <summary>All in all, in whatever order.</summary>
    public async Task HasSentAsync(params (string Kind, string To)[] letters) => Assert.Equal(
        letters.Order(),
        (await _person.Backstage.LettersSinceAsync(_before)).Select(letter => (letter.Kind, letter.To)).Order());

    private async Task LookInASecondTabAsync(Func<Person, Task> isThere)
    {
        Person tab = new(await _person.Page.Context.NewPageAsync(), _person.Backstage);
        await tab.OpenAsync(_person.Page.Url);
        await isThere(tab);
        await tab.Page.CloseAsync();
    }

    private async Task GoBackAndForthAsync(Func<Person, Task> isThere)
    {
        _ = await _person.Page.GoBackAsync();
        await _person.WaitAsync();
        _ = await _person.Page.GoForwardAsync();
        await isThere(_person);
    }
}

using System.Collections.Immutable;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Walks;

/// <summary>
/// Every operation of the service, called from every standpoint: what each is answered stands in a table (R-CODE-7). What is
/// refused changes nothing.
/// </summary>
public sealed class ServiceMatrix : IClassFixture<ServiceMatrix.Worlds>
{
    private const string Done = "done";

    private readonly Worlds _worlds;

    public ServiceMatrix(Worlds worlds) => _worlds = worlds;

    public static TheoryData<string> Callers => [.. Standpoints.All];

    public static TheoryData<string> Purposes => [.. Standpoints.Purposes];

    [Theory]
    [MemberData(nameof(Callers))]
    public Task A_held_proof_opens_only_its_own_operations(string caller) =>
        CheckAsync(caller, isAnswered: true, [.. Calls.All.Keys], ServiceMatrixTable.Held);

    [Theory]
    [MemberData(nameof(Purposes))]
    public Task A_right_code_entered_where_it_does_not_belong_opens_nothing(string caller) =>
        CheckAsync(caller, isAnswered: false, [.. Calls.All.Keys.Where(name => Calls.CodeOf(name) is not null)], ServiceMatrixTable.Entered);

    /// <summary>A new operation must be given its row.</summary>
    [Fact]
    public void Every_operation_is_in_the_table()
    {
        var all = typeof(SecurityInfoService).GetMethods().Where(method => method.DeclaringType == typeof(SecurityInfoService)).ToArray();

        Assert.All(all, method => Assert.True(method.GetParameters()[0].ParameterType.IsSubclassOf(typeof(Caller)), method.Name));
        Assert.Equal(
            all.Where(method => method.GetParameters()[0].ParameterType == typeof(Owner)).Select(method => method.Name).Order(StringComparer.Ordinal),
            Calls.All.Keys.Order(StringComparer.Ordinal));
    }

    private async Task CheckAsync(string caller, bool isAnswered, ImmutableArray<string> operations, ImmutableDictionary<(string Operation, string Caller), string> table)
    {
        List<string> wrong = [];
        var world = await _worlds.MakeAsync(caller, isAnswered);
        foreach (var operation in operations)
        {
            var before = world.Digest();
            var answer = await Calls.All[operation](world.Call, TestContext.Current.CancellationToken) is { } refusal ? refusal.GetType().Name : Done;
            await world.LookAsync();
            if (table.GetValueOrDefault((operation, caller)) is var expected && answer != expected)
                wrong.Add($"{operation} {caller}: {answer}, not {expected}");
            if (answer != Done && world.Digest() != before)
                wrong.Add($"{operation} {caller}: refused, and yet something changed");
            if (answer == Done || !isAnswered)
                world = await _worlds.MakeAsync(caller, isAnswered);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>One store for all; each world has accounts of its own in it.</summary>
    public sealed class Worlds : IDisposable
    {
        private readonly WalkPortal _portal = new();
        private int _worlds;

        internal async Task<World> MakeAsync(string caller, bool isAnswered)
        {
            // What went wrong in others, from the same networks, is no matter of this one, whichever came first (R-RISK-1).
            _portal.Clock.Advance(2.Days);
            var scene = await Scene.OpenAsync(_portal, Interlocked.Increment(ref _worlds), isNew: false);
            Situation situation = new(scene, new(scene));
            return new(scene, await new Standpoints(scene, situation).TakeAsync(caller, isAnswered));
        }

        public void Dispose() => _portal.Dispose();
    }

    internal sealed record World(Scene Scene, Call Call)
    {
        public async Task LookAsync() => Scene.Remember(await Scene.LookAsync());

        /// <summary>All that an operation could change for good.</summary>
        public string Digest() => string.Join('\n', Scene.Accounts.SelectMany(account => (string[])[
            .. account.Methods.Select(method => $"{method.Contact} {method.Name} {method.Language} {method.VerifiedAt} {method.SuspendedAt} {method.LostAt} {method.KeptAsideAt}"),
            .. account.Sessions.Select(session => $"{session with { LastUsedAt = default, IsRegistering = false }}"),
            .. account.Drafts.Select(draft => $"{draft.Session} {string.Join(',', draft.Infos)}"),
            $"{account.Pending?.Id} {account.Pending?.StartedAt} {account.Restriction?.EndsAt} {account.DefaultMethod} {account.PasswordHash} {account.Unexplained}",
        ]));
    }
}

using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-CODE-7: a proof serves only its own purpose, account, method, session and step.</summary>
public sealed class ProofMatrix
{
    // What disowns an address is bound to a mail, and is earned in no session: DisowningTests hold that. Those of staff open
    // nothing of an account of their own: StaffRightsTests hold that.
    private static readonly Purpose[] s_purposes = [.. Enum.GetValues<Purpose>().Where(purpose => purpose is not (Purpose.Disown or Purpose.ResetPassword or Purpose.Recover or Purpose.ActAsStaff or Purpose.Clear or Purpose.Approve or Purpose.GrantRole))];

    public static TheoryData<Purpose, string> Cells =>
        [.. from purpose in s_purposes from operation in ProofScenes.All.Keys select (purpose, operation)];

    public static TheoryData<string> Operations => [.. ProofScenes.All.Keys];

    /// <summary>Where one operation is open but for its proof, every other proof that can be earned there leaves it shut.</summary>
    [Theory]
    [MemberData(nameof(Cells))]
    public void A_proof_opens_what_it_was_earned_for_and_nothing_else(Purpose purpose, string operation)
    {
        var (opens, set, perform) = ProofScenes.All[operation];
        var scene = set();
        scene.Life.Earn(scene.By, purpose);
        var before = Digest(scene.Life);

        var refusal = perform(scene.Life, scene.By, scene.Target);

        Assert.Equal(opens.Contains(purpose), refusal is null);
        if (refusal is not null)
            Assert.Equal(before, Digest(scene.Life));
    }

    /// <summary>Where a proof was earned, it opens no other operation, not even for the method that was proved.</summary>
    [Theory]
    [MemberData(nameof(Cells))]
    public void In_the_session_that_earned_it_a_proof_opens_no_other_step(Purpose purpose, string operation)
    {
        if (ProofScenes.All[operation].Opens.Contains(purpose))
            return;

        var scene = ProofScenes.All.Values.First(row => row.Opens[0] == purpose).Set();
        scene.Life.Earn(scene.By, purpose);

        // What was proved to come here (for adding a method) has lapsed by then; the proof in question has not.
        if (purpose == Purpose.ConfirmMethod)
            scene.Life.Pass(10.Minutes);
        var before = Digest(scene.Life);

        Assert.NotNull(ProofScenes.All[operation].Do(scene.Life, scene.By, scene.Target));
        Assert.Equal(before, Digest(scene.Life));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_proof_by_another_method_opens_nothing(string operation)
    {
        foreach (var purpose in ProofScenes.All[operation].Opens.Where(purpose => purpose != Purpose.ChangeSecurityInfo))
            AssertShut(operation, scene => scene.Life.Earn(scene.By, purpose, but: scene.Target));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_proof_of_another_session_opens_nothing(string operation)
    {
        foreach (var purpose in ProofScenes.All[operation].Opens)
            AssertShut(operation, scene => scene.Life.Earn(scene.Twin, purpose));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_code_of_another_account_opens_nothing(string operation)
    {
        foreach (var purpose in ProofScenes.All[operation].Opens)
        {
            var theirs = ProofScenes.All[operation].Set();
            theirs.Life.Earn(theirs.By, purpose);
            AssertShut(operation, mine => Assert.All(
                theirs.Life.Profile.Challenges,
                challenge => Assert.Equal(new Refusal.NoCodeAsked(), mine.Life.Answer(mine.By, challenge.Id))));
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_proof_serves_once_and_one_for_changing_security_info_for_ten_minutes(string operation)
    {
        var (opens, _, perform) = ProofScenes.All[operation];
        AssertShut(operation, scene =>
        {
            scene.Life.Earn(scene.By, opens[0]);
            if (opens is [Purpose.ChangeSecurityInfo])
                scene.Life.Pass(10.Minutes);
            else
                Assert.Null(perform(scene.Life, scene.By, scene.Target));
        });
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Without_a_proof_nothing_opens(string operation) => AssertShut(operation, _ => { });

    [Fact]
    public void Every_purpose_opens_something() =>
        Assert.Equal(s_purposes, ProofScenes.All.Values.SelectMany(row => row.Opens).Distinct().Order());

    [Fact]
    public void Every_operation_of_a_session_is_in_the_matrix_or_known_to_want_no_proof() =>
        Assert.Equal(
            typeof(SecurityProfile).GetMethods()
                .Where(method => method.GetParameters() is [var first, ..] && first.ParameterType == typeof(Asker))
                .Select(method => method.Name).Order(),
            ProofScenes.All.Keys.Concat(ProofScenes.WithoutProof).Order());

    private static void AssertShut(string operation, Action<Scene> after)
    {
        var (_, set, perform) = ProofScenes.All[operation];
        var scene = set();
        after(scene);
        Assert.NotNull(perform(scene.Life, scene.By, scene.Target));
    }

    /// <summary>All that a proof could change.</summary>
    private static string Digest(Life life) => string.Join('\n',
    [
        .. life.Profile.Methods.Select(method => $"{method.Contact} {method.Name} {method.Language} {method.VerifiedAt} {method.SuspendedAt} {method.LostAt} {method.KeptAsideAt}"),
        .. life.Profile.Sessions.Select(session => $"{session}"),
        .. life.Profile.Drafts.Select(draft => $"{draft.Session} {string.Join(',', draft.Infos)}"),
        $"{life.Profile.Pending} {life.Profile.Restriction} {life.Profile.DefaultMethod} {life.Profile.PasswordHash}",
    ]);
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Domain.Audit;

/// <summary>R-HELP-8: records that hold on to one another.</summary>
public sealed class AuditChainTests
{
    private static readonly ImmutableArray<AuditRecord> s_chain = Audits.Chain(5);

    [Fact]
    public void Records_as_they_were_written_are_unbroken()
    {
        Assert.Null(AuditCheck.FirstBreak(s_chain));
        Assert.Equal([1, 2, 3, 4, 5], s_chain.Select(record => record.Number));
        Assert.Equal([AuditChain.Beginning, .. s_chain.Select(record => record.Hash).SkipLast(1)], s_chain.Select(record => record.PreviousHash));
    }

    /// <summary>Whoever distrusts the portal needs none of its code: cut the last field off, hash the rest.</summary>
    [Fact]
    public void The_hash_is_that_of_the_line_without_its_last_field() => Assert.All(s_chain, record =>
    {
        var line = AuditLine.Write(record);
        var content = line[..line.LastIndexOf(",\"hash\":", StringComparison.Ordinal)] + "}";

        Assert.Equal(record.Hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))));
    });

    [Fact]
    public void A_line_reads_back_as_what_was_written() => Assert.All(s_chain, record =>
    {
        var read = AuditLine.Read(AuditLine.Write(record), out var fault);

        Assert.Null(fault);
        Assert.Equal(record with { Facts = ImmutableDictionary<string, string>.Empty }, read! with { Facts = ImmutableDictionary<string, string>.Empty });
        Assert.Equal(record.Facts.OrderBy(fact => fact.Key), read.Facts.OrderBy(fact => fact.Key));
    });

    [Fact]
    public void Written_once_the_form_of_a_line_is_fixed() => Assert.Equal(
        """{"number":1,"at":"2026-11-23T12:01:00.0000000Z","by":null,"byName":"portal","role":null,"action":"RegionLifted","target":null,"targetName":"Zo\u00eb 1","reason":"\u201eGr\u00fc\u00dfe\u201c \\ \"quoted\"\u0009+ \u6728 1","ticket":"T-1","facts":{"cause":"Region","scope":"Method"},"source":"portal","requestId":"request-1","previousHash":"0000000000000000000000000000000000000000000000000000000000000000","hash":"HASH"}"""
            .Replace("HASH", s_chain[0].Hash, StringComparison.Ordinal),
        AuditLine.Write(s_chain[0]));

    [Fact]
    public void One_that_was_changed_is_named() =>
        Assert.Equal(new AuditBreak.Altered(3), AuditCheck.FirstBreak(s_chain.SetItem(2, s_chain[2] with { Reason = "nothing" })));

    [Fact]
    public void One_that_was_changed_and_hashed_anew_breaks_the_chain_at_the_next()
    {
        var changed = s_chain[2] with { Reason = "nothing" };

        Assert.Equal(new AuditBreak.ChainBroken(4), AuditCheck.FirstBreak(s_chain.SetItem(2, changed with { Hash = AuditChain.HashOf(changed) })));
    }

    [Fact]
    public void Those_that_are_missing_are_named()
    {
        Assert.Equal(new AuditBreak.Missing(3, 3), AuditCheck.FirstBreak(s_chain.RemoveAt(2)));
        Assert.Equal(new AuditBreak.Missing(2, 4), AuditCheck.FirstBreak(s_chain.RemoveRange(1, 3)));
    }

    [Fact]
    public void One_that_stands_twice_or_too_late_is_named()
    {
        Assert.Equal(new AuditBreak.OutOfOrder(2, 2), AuditCheck.FirstBreak(s_chain.Insert(2, s_chain[1])));
        Assert.Equal(new AuditBreak.OutOfOrder(1, 2), AuditCheck.FirstBreak([s_chain[1], s_chain[0]]));
    }

    [Fact]
    public void The_first_of_all_follows_on_from_nothing()
    {
        var made = s_chain[0] with { PreviousHash = s_chain[4].Hash };

        Assert.Equal(new AuditBreak.ChainBroken(1), AuditCheck.FirstBreak([made with { Hash = AuditChain.HashOf(made) }]));
    }

    [Fact]
    public void A_log_whose_earliest_are_gone_is_unbroken_and_begins_later()
    {
        AuditCheck check = new();

        Assert.All(s_chain.Skip(2), record => Assert.Null(check.Take(record)));
        Assert.Equal((true, 3, 3, s_chain[4].Hash), (check.BeginsLater, check.First, check.Count, check.Last?.Hash));
    }

    /// <summary>A store would give half a letter back as another one, and the chain would break by itself.</summary>
    [Fact]
    public void What_a_store_would_not_give_back_is_not_taken_in_and_no_text_is_endless()
    {
        var record = AuditChain.Next(null, new(AuditAction.BlockSet) { Reason = "half \ud83d and none \0.", Ticket = new('x', 5_000) }, new("", ""), "", "", Portal.Noon);

        Assert.Equal("half \ufffd and none \ufffd.", record.Reason);
        Assert.Equal(new string('x', AuditText.MostOfOthers) + "…", record.Ticket);
        Assert.True(AuditLine.Write(AuditChain.Next(null, new(AuditAction.BlockSet) { Reason = new('木', 5_000) }, new("", ""), "", "", Portal.Noon)).Length < AuditLine.MostBytes);
    }
}

using System.Diagnostics;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>A block in words, which are filed in <see cref="BlockWords"/> under its scope.</summary>
public static class BlockText
{
    public static string TitleOf(BlockView block) => Words($"Title_{NameOf(block)}");

    public static string WhyOf(BlockView block) => block.IsByStaff
        ? BlockWords.Why_Staff.With(Words($"Reason_{block.Reason}"))
        : Words($"Why_{NameOf(block)}");

    /// <param name="shown">The method that was asked for, masked where it has to be.</param>
    public static string WhatOf(BlockView block, string? shown) => Words($"What_{NameOf(block)}").With(shown ?? "");

    /// <summary>In a row of a list, followed by the end.</summary>
    public static string NoteOf(BlockView block) => Words($"Note_{NameOf(block)}");

    /// <summary>What another try does, said before it is made (R-BLOCK-3).</summary>
    /// <param name="isOfName">It is met on the way to the password, and not to a code.</param>
    public static string TryOf(BlockView block, bool isOfName) => (isOfName, block.HoldsEntering, block.IsLengthened) switch
    {
        (true, _, true) => BlockWords.Try_Password,
        (true, _, false) => BlockWords.Try_PasswordStill,
        (false, true, true) => BlockWords.Try_Code,
        (false, true, false) => BlockWords.Try_CodeStill,
        (false, false, true) => BlockWords.Try_Send,
        (false, false, false) => BlockWords.Try_SendStill,
    };

    // In an attacked region stands where the code goes, or whoever asks: only the latter are helped by another network.
    private static string NameOf(BlockView block) =>
        block is { Scope: BlockScope.Region, HelpsElsewhere: true } ? "RegionHere" : block.Scope.ToString();

    private static string Words(string name) =>
        BlockWords.ResourceManager.GetString(name, BlockWords.Culture) ?? throw new UnreachableException($"No words for {name}.");
}

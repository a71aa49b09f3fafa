using System.Diagnostics;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>A block in words, which are filed in <see cref="BlockWords"/> under its scope.</summary>
public static class BlockText
{
    public static string TitleOf(BlockView block) => Words($"Title_{block.Scope}");

    public static string WhyOf(BlockView block) => block.IsByStaff
        ? BlockWords.Why_Staff.With(Words($"Reason_{block.Reason}"))
        : Words($"Why_{block.Scope}");

    /// <param name="shown">The method that was asked for, masked where it has to be.</param>
    public static string WhatOf(BlockView block, string? shown) => Words($"What_{block.Scope}").With(shown ?? "");

    /// <summary>In a row of a list, followed by the end.</summary>
    public static string NoteOf(BlockView block) => Words($"Note_{block.Scope}");

    /// <summary>What another try does, said before it is made (R-BLOCK-3).</summary>
    /// <param name="isOfName">It is met on the way to the password, and not to a code.</param>
    public static string TryOf(BlockView block, bool isOfName) => (isOfName, block.IsLengthened) switch
    {
        (true, true) => BlockWords.Try_Password,
        (true, false) => BlockWords.Try_PasswordStill,
        (false, true) => BlockWords.Try_Code,
        (false, false) => BlockWords.Try_CodeStill,
    };

    private static string Words(string name) =>
        BlockWords.ResourceManager.GetString(name, BlockWords.Culture) ?? throw new UnreachableException($"No words for {name}.");
}

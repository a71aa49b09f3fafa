namespace SecurityPortal.Domain;

/// <summary>What helps somebody who calls about their account, most pressing first. Its reason is in the words for it.</summary>
public enum AccountAdvice
{
    /// <summary>Nothing stands in the way.</summary>
    SignIn,

    /// <summary>It registers at its next sign-in.</summary>
    Register,

    /// <summary>It registers with a pass, which somebody has to give.</summary>
    GivePass,

    /// <summary>The pass was given, and waits to be typed.</summary>
    TypePass,

    /// <summary>All info is being replaced: whoever has the old one ends that by using it.</summary>
    UseOldInfo,

    /// <summary>All info was changed at once: what went can undo it.</summary>
    Undo,

    /// <summary>Nothing is left that could be used.</summary>
    ClearAll,

    /// <summary>All that is left is blocked, and the last block has an end.</summary>
    Wait,

    /// <summary>All that is left is blocked until staff lift it.</summary>
    Lift,

    /// <summary>A method was reported lost; it is to be cleared.</summary>
    ClearLost,

    /// <summary>Messages to a method came back: another one, or the address is to be mended.</summary>
    UseAnother,
}

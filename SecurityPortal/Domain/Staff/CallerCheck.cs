namespace SecurityPortal.Domain.Staff;

/// <summary>How it was made sure that a caller is who they say. Never by a sent code (R-HELP-6).</summary>
public enum CallerCheck
{
    InPerson,

    /// <summary>The helper called the number in the organisation's directory; the reference says which call.</summary>
    DirectoryCall,

    Manager,

    /// <summary>What the caller read from <c>/help/caller-number</c>: the portal itself checks it.</summary>
    CallerNumber,
}

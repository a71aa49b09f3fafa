namespace SecurityPortal.Web;

/// <summary>The section <c>Places</c> of the settings.</summary>
public sealed class PlacesOptions
{
    public const string Section = "Places";

    /// <summary>A file that says where networks are, in MaxMind's format; empty where there is none.</summary>
    public string File { get; set; } = "";
}

namespace SecurityPortal.Components.Shared;

public enum InstantShow
{
    Both,
    Words,
    Exact,
}

using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

public enum ReplaceStep
{
    /// <summary>This session has nothing to replace here.</summary>
    Elsewhere,
    Password,
    About,
    Info,
    Confirm,
    Chosen,
    Review,
}

public static class ReplaceSteps
{
    public const string Info = "info";
    public const string Confirm = "confirm";
    public const string Review = "review";

    /// <summary>Follows from what is stored, so that a reload or a second tab comes back to it; the address only chooses where there is a choice.</summary>
    public static ReplaceStep Of(SecurityOverview overview, string? asked) => overview switch
    {
        { MustRegister: true } => ReplaceStep.Elsewhere,
        { Pending: not null, Draft: not { IsCorrection: true } } => ReplaceStep.Elsewhere,
        { MayReplace: false } => ReplaceStep.Password,
        { Draft: { IsReady: true } } => OfReady(asked),
        { Draft.Infos.IsEmpty: false } => ReplaceStep.Confirm,
        { Draft.IsCorrection: true } => ReplaceStep.Info,
        _ => asked == Info ? ReplaceStep.Info : ReplaceStep.About,
    };

    /// <summary>Which of the four steps on the step line, from 0.</summary>
    public static int Place(this ReplaceStep step) => step switch
    {
        ReplaceStep.Elsewhere or ReplaceStep.Password or ReplaceStep.About => 0,
        ReplaceStep.Info => 1,
        ReplaceStep.Confirm or ReplaceStep.Chosen => 2,
        ReplaceStep.Review => 3,
    };

    private static ReplaceStep OfReady(string? asked) => asked switch
    {
        Info => ReplaceStep.Info,
        Review => ReplaceStep.Review,
        _ => ReplaceStep.Chosen,
    };
}

using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>One station of a message, as it is drawn.</summary>
/// <param name="At">Null for what is still to come.</param>
public sealed record ChainLink(DeliveryStage Stage, DateTimeOffset? At, ChainLook Look)
{
    private static readonly DeliveryStage[] s_goodWay =
        [DeliveryStage.Queued, DeliveryStage.HandedOver, DeliveryStage.Accepted, DeliveryStage.Delivered];

    /// <summary>Where it has been, where it is, and unless it has stopped what lies ahead.</summary>
    public static IEnumerable<ChainLink> Of(CodeWay way)
    {
        var passed = s_goodWay.Select(stage => way.Steps.FirstOrDefault(step => step.Stage == stage)).OfType<CodeStep>().ToArray();
        foreach (var step in passed)
            yield return new(step.Stage, step.At, step.Stage == way.Stage && !way.IsAtEnd ? ChainLook.Now : ChainLook.Done);

        if (!s_goodWay.Contains(way.Stage))
            yield return new(way.Stage, way.Steps[^1].At, way.HasStopped ? ChainLook.Stopped : ChainLook.Late);

        // What no report has told by now is not drawn as a gap.
        if (!way.IsAtEnd)
        {
            foreach (var stage in s_goodWay.SkipWhile(stage => stage != passed[^1].Stage).Skip(1))
                yield return new(stage, null, ChainLook.Ahead);
        }
    }
}

public enum ChainLook
{
    Done,
    Now,
    Late,
    Stopped,
    Ahead,
}

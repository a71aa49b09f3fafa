using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components;

/// <summary>
/// A plain page hands nothing to a circuit, and yet the framework seals the state of its components into it: more than a
/// kilobyte, and a tenth of the time. It leaves that out of apps that have no circuits at all, so a plain page says that of
/// itself, in the framework's own words, which are not public.
/// </summary>
internal static class PlainPages
{
    private const string Modes = "ConfiguredRenderModesMetadata";

    public static void LeaveOutState(EndpointBuilder endpoint)
    {
        if (!endpoint.Metadata.OfType<ExcludeFromInteractiveRoutingAttribute>().Any()
            || endpoint.Metadata.FirstOrDefault(metadata => metadata.GetType().Name == Modes) is not { } modes)
            return;

        _ = endpoint.Metadata.Remove(modes);
        endpoint.Metadata.Add(Activator.CreateInstance(modes.GetType(), [Array.Empty<IComponentRenderMode>()])!);
    }
}

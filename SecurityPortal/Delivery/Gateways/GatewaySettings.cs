namespace SecurityPortal.Delivery.Gateways;

internal static class GatewaySettings
{
    /// <summary>Where gateways report to unless they are told otherwise; whether it is right is looked at elsewhere.</summary>
    public static Uri? PortalAddress(IConfiguration configuration) =>
        Uri.TryCreate(configuration["Portal:BaseAddress"], UriKind.Absolute, out var address) ? address : null;
}

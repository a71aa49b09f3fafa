using System.Net;

namespace SecurityPortal.Rehearsal;

/// <summary>For everybody but this machine there is no rehearsal.</summary>
public sealed class LoopbackOnly : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsFromHere(context.HttpContext.Connection.RemoteIpAddress) ? next(context) : ValueTask.FromResult<object?>(Results.NotFound());

    /// <summary>No address at all is a caller within this process.</summary>
    public static bool IsFromHere(IPAddress? address) => address is null || IPAddress.IsLoopback(address);
}

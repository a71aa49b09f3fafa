using SecurityPortal.Domain;

namespace SecurityPortal.Delivery.Reports;

public static class ReportsSetup
{
    extension(IApplicationBuilder app)
    {
        /// <summary>
        /// <c>GET</c> and <c>POST /deliveries/{texts|calls}/{id}</c>; everything else goes on. To be put before the checks of host and
        /// origin.
        /// </summary>
        /// <param name="take">Keeps a report; false when there is no such message.</param>
        public void UseDeliveryReports(Func<DeliveryReport, CancellationToken, Task<bool>> take) =>
            app.UseMiddleware<DeliveryReportCalls>(take);
    }
}

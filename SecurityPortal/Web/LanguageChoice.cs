using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Localization;
using SecurityPortal.Resources;

namespace SecurityPortal.Web;

/// <summary>In which language a visitor reads: as chosen at the foot of a page, else as the browser asks.</summary>
public static class LanguageChoice
{
    extension(IServiceCollection services)
    {
        public void AddLanguageChoice() => services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new(Languages.OfTheInterface[0]);
            options.SupportedCultures = options.SupportedUICultures = [.. Languages.OfTheInterface];
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
            options.ApplyCurrentCultureToResponseHeaders = true;
        });
    }

    extension(IEndpointRouteBuilder endpoints)
    {
        public void MapLanguageChoice() =>
            endpoints.MapPost("/language", ChooseAsync).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task ChooseAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (Languages.OfTheInterface.FirstOrDefault(language => language.Name == form["culture"]) is { } chosen)
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new(chosen)),
                new()
                {
                    MaxAge = TimeSpan.FromDays(365),
                    SameSite = SameSiteMode.Lax,
                    HttpOnly = true,
                    Secure = context.Request.IsHttps,
                    IsEssential = true,
                });

        context.Response.Redirect(LocalPath.Or(form["returnUrl"], "/"));
    }
}

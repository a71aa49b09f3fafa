using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace SecurityPortal.Storage;

public static class StorageSetup
{
    private static readonly TimeSpan s_migrationPatience = TimeSpan.FromMinutes(2);

    extension(IServiceCollection services)
    {
        public IServiceCollection AddStorage(IConfiguration configuration, IHostEnvironment environment)
        {
            services.AddOptions<StorageOptions>()
                .Bind(configuration.GetSection(StorageOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true)
                .ValidateOnStart();
            services.AddSingleton<IValidateOptions<StorageOptions>, ValidateStorageOptions>();

            var root = RootOf(environment);
            services.AddSingleton(provider =>
                new StoreFolder(provider.GetRequiredService<IOptions<StorageOptions>>().Value, root));
            services.AddSingleton<IDbContextFactory<PortalContext>>(provider =>
                new PooledDbContextFactory<PortalContext>(provider.GetRequiredService<StoreFolder>().Options));
            services.AddSingleton<WriteQueue>();

            services.AddDataProtection().SetApplicationName("SecurityPortal");
            services.AddOptions<KeyManagementOptions>().Configure<StoreFolder>((keys, folder) =>
                keys.XmlRepository = new OwnerOnlyKeys(folder.ProtectionFolder));
            return services;
        }

        /// <summary>Makes nothing where there is no store.</summary>
        public IServiceCollection AddTrialStorage(IHostEnvironment environment) => services
            .AddSingleton(_ => new TrialFolder(RootOf(environment)))
            .AddSingleton<IPostConfigureOptions<StorageOptions>>(provider => provider.GetRequiredService<TrialFolder>());

        /// <summary>The store is looked at, and neither made nor changed.</summary>
        public IServiceCollection AddStandingStore(IHostEnvironment environment, SqliteOpenMode mode) =>
            services.AddSingleton<IPostConfigureOptions<StorageOptions>>(new StandingStore(RootOf(environment), mode));
    }

    extension(IServiceProvider provider)
    {
        /// <summary>For whoever only looks: what an older version left is not brought up to date, and so cannot be read.</summary>
        public async Task RequireCurrentStoreAsync()
        {
            await using var context = await provider.GetRequiredService<IDbContextFactory<PortalContext>>().CreateDbContextAsync();
            try
            {
                if ((await context.Database.GetPendingMigrationsAsync()).Any())
                    throw new StartRefusedException("Storage: the store is of an older version; start the portal once, which brings it up to date.");
            }
            catch (SqliteException exception)
            {
                throw new StartRefusedException($"Storage: the store cannot be opened: {exception.Message}");
            }
        }

        /// <summary>Makes the tables, or brings those of an older version up to date.</summary>
        public async Task MigrateStoreAsync()
        {
            var folder = provider.GetRequiredService<StoreFolder>();
            var factory = provider.GetRequiredService<IDbContextFactory<PortalContext>>();
            await using var context = await factory.CreateDbContextAsync();
            using CancellationTokenSource patience = new(s_migrationPatience);
            try
            {
                await folder.RefuseOneWithoutTheOtherAsync(context, patience.Token);
                await SqlitePragmas.RequireWriteAheadLogAsync(context, patience.Token);
                await context.Database.MigrateAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new StartRefusedException(
                    "Storage: a migration that was cut off holds its lock; "
                    + "run DELETE FROM \"__EFMigrationsLock\" on the store and start again.");
            }
            catch (SqliteException exception)
            {
                throw new StartRefusedException($"Storage: the store cannot be opened: {exception.Message}");
            }

            folder.MakeKeys();
        }
    }

    private static string RootOf(IHostEnvironment environment) =>
        environment.IsDevelopment() ? environment.ContentRootPath : AppContext.BaseDirectory;

    /// <summary>Keys that protect cookies and messages, each in a file that only the owner can read.</summary>
    private sealed class OwnerOnlyKeys(string folder)
        : FileSystemXmlRepository(OwnerOnly.Folder(folder), NullLoggerFactory.Instance)
    {
        public override void StoreElement(XElement element, string friendlyName)
        {
            base.StoreElement(element, friendlyName);
            foreach (var file in Directory.EnumerateFiles())
                OwnerOnly.Close(file.FullName);
        }
    }
}

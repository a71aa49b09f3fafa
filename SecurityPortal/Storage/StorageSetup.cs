using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
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
            services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
            services.AddSingleton<IValidateOptions<StorageOptions>, ValidateStorageOptions>();

            var root = environment.IsDevelopment() ? environment.ContentRootPath : AppContext.BaseDirectory;
            services.AddSingleton(provider => new StoreFolder(provider.GetRequiredService<IOptions<StorageOptions>>().Value, root));
            services.AddSingleton<IDbContextFactory<PortalContext>>(provider =>
                new Microsoft.EntityFrameworkCore.Infrastructure.PooledDbContextFactory<PortalContext>(provider.GetRequiredService<StoreFolder>().Options));
            services.AddSingleton<WriteQueue>();

            services.AddDataProtection().SetApplicationName("SecurityPortal");
            services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(keys =>
                keys.XmlRepository = new OwnerOnlyKeys(provider.GetRequiredService<StoreFolder>().ProtectionFolder)));
            return services;
        }
    }

    extension(IServiceProvider provider)
    {
        /// <summary>Makes the tables, or brings those of an older version up to date.</summary>
        public async Task MigrateStoreAsync()
        {
            _ = provider.GetRequiredService<StoreFolder>().CodeKeys();
            var factory = provider.GetRequiredService<IDbContextFactory<PortalContext>>();
            await using var context = await factory.CreateDbContextAsync();
            using CancellationTokenSource patience = new(s_migrationPatience);
            try
            {
                // EF does so only for a file that it makes itself. The file remembers it.
                _ = await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", patience.Token);
                await context.Database.MigrateAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new StartRefusedException("Storage: a migration that was cut off holds its lock; run DELETE FROM \"__EFMigrationsLock\" on the store and start again.");
            }
            catch (SqliteException exception)
            {
                throw new StartRefusedException($"Storage: the store cannot be opened: {exception.Message}");
            }
        }
    }

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

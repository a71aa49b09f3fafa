using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Storage.Mapping;

namespace SecurityPortal.Storage;

/// <summary>
/// The tables. What is searched across accounts has columns and rows of its own; what is only ever judged together with
/// its account lies in the account's row.
/// </summary>
public sealed class PortalContext(DbContextOptions<PortalContext> options) : DbContext(options)
{
    public DbSet<SecurityProfile> Profiles => Set<SecurityProfile>();

    public DbSet<SecurityMethod> Methods => Set<SecurityMethod>();

    public DbSet<PendingPhone> PendingPhones => Set<PendingPhone>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<NoticeLink> Links => Set<NoticeLink>();

    public DbSet<SecurityCase> Cases => Set<SecurityCase>();

    public DbSet<ApprovalRequest> Approvals => Set<ApprovalRequest>();

    public DbSet<SignInEvent> SignIns => Set<SignInEvent>();

    public DbSet<SavedFilter> SavedFilters => Set<SavedFilter>();

    public DbSet<PasswordGate> PasswordGates => Set<PasswordGate>();

    public DbSet<ActivityEntry> Activity => Set<ActivityEntry>();

    public DbSet<AuditRecord> Audit => Set<AuditRecord>();

    public DbSet<Throttle> Throttles => Set<Throttle>();

    public DbSet<AttackedRegion> AttackedRegions => Set<AttackedRegion>();

    public DbSet<ChannelState> ChannelStates => Set<ChannelState>();

    public DbSet<RecoveryRequest> RecoveryRequests => Set<RecoveryRequest>();

    public DbSet<PasswordReset> PasswordResets => Set<PasswordReset>();

    public DbSet<SpentCeremony> SpentCeremonies => Set<SpentCeremony>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<AccountId>().HaveConversion<AccountIdConverter>();
        configurationBuilder.Properties<MethodId>().HaveConversion<MethodIdConverter>();
        configurationBuilder.Properties<SessionId>().HaveConversion<SessionIdConverter>();
        configurationBuilder.Properties<ChallengeId>().HaveConversion<ChallengeIdConverter>();
        configurationBuilder.Properties<ReplacementId>().HaveConversion<ReplacementIdConverter>();
        configurationBuilder.Properties<Guid>().HaveConversion<GuidConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<TimeSpan>().HaveConversion<DurationConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new SecurityProfileMapping());
        modelBuilder.ApplyConfiguration(new SecurityMethodMapping());
        modelBuilder.ApplyConfiguration(new PendingPhoneMapping());
        modelBuilder.ApplyConfiguration(new MessageMapping());
        modelBuilder.ApplyConfiguration(new NoticeLinkMapping());
        modelBuilder.ApplyConfiguration(new SecurityCaseMapping());
        modelBuilder.ApplyConfiguration(new ApprovalRequestMapping());
        modelBuilder.ApplyConfiguration(new SignInEventMapping());
        modelBuilder.ApplyConfiguration(new SavedFilterMapping());
        modelBuilder.ApplyConfiguration(new PasswordGateMapping());
        modelBuilder.ApplyConfiguration(new ActivityMapping());
        modelBuilder.ApplyConfiguration(new AuditMapping());
        modelBuilder.ApplyConfiguration(new ThrottleMapping());
        modelBuilder.ApplyConfiguration(new AttackedRegionMapping());
        modelBuilder.ApplyConfiguration(new ChannelStateMapping());
        modelBuilder.ApplyConfiguration(new PasswordResetMapping());
        modelBuilder.ApplyConfiguration(new RecoveryRequestMapping());
        modelBuilder.ApplyConfiguration(new SpentCeremonyMapping());
    }

    /// <summary>Moves a profile's version on when anything of it changed, its methods included.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        ChangeTracker.DetectChanges();
        HashSet<AccountId> changed = [.. ChangeTracker.Entries().Select(ChangedAccount).OfType<AccountId>()];
        foreach (var profile in ChangeTracker.Entries<SecurityProfile>()
            .Where(entry => entry.State is EntityState.Modified or EntityState.Unchanged && changed.Contains(entry.Entity.Id)).ToList())
            profile.Property(p => p.Version).CurrentValue++;

        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <summary>Null where it is nothing of an account, or has not changed.</summary>
    private static AccountId? ChangedAccount(EntityEntry entry) => entry switch
    {
        { Entity: SecurityProfile profile, State: EntityState.Modified } => profile.Id,
        { Entity: SecurityMethod, State: not EntityState.Unchanged } => (AccountId?)entry.Property("Account").CurrentValue ?? (AccountId?)entry.Property("Account").OriginalValue,
        _ => null,
    };
}

using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SecurityPortal.Domain;

namespace SecurityPortal.Storage.Mapping;

public sealed class SecurityProfileMapping : IEntityTypeConfiguration<SecurityProfile>
{
    public void Configure(EntityTypeBuilder<SecurityProfile> builder)
    {
        builder.ToTable("profiles");
        builder.HasKey(profile => profile.Id);
        builder.Property(profile => profile.Id).ValueGeneratedNever();
        builder.Property(profile => profile.Version).IsConcurrencyToken();
        builder.HasIndex(profile => profile.NameKey).IsUnique();
        builder.HasIndex(profile => profile.DisplayKey);
        builder.Property(profile => profile.Roles).HasConversion<RolesConverter>(new ValueComparer<ImmutableArray<Role>>(
            (one, other) => one.SequenceEqual(other), roles => roles.Length, roles => roles));

        builder.HasIndex(profile => profile.Roles).HasFilter(RoleRows.HasRole);

        // Always computed from the parts; stored only so that the worker finds what is due.
        builder.Property(profile => profile.DueAt).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.HasIndex(profile => profile.DueAt).HasFilter("\"DueAt\" IS NOT NULL");

        builder.Property(profile => profile.Sessions).IsPart();
        builder.Property(profile => profile.Challenges).IsPart();
        builder.Property(profile => profile.WrongTries).IsPart();
        builder.Property(profile => profile.Blocks).IsPart();
        builder.Property(profile => profile.NewDestinations).IsPart();
        builder.Property(profile => profile.Drafts).IsPart();
        builder.Property(profile => profile.Replacements).IsPart();
        builder.Property(profile => profile.ReplacementStarts).IsPart();
        builder.Property(profile => profile.Restriction).IsPart();
        builder.Property(profile => profile.Suggested).IsPart();
        builder.Property(profile => profile.Disowned).IsPart().HasDefaultValueSql("'[]'");
        builder.Property(profile => profile.WrongContacts).IsPart().HasDefaultValueSql("'[]'");
        builder.Property(profile => profile.EndTellings).IsPart().HasDefaultValueSql("'[]'");
        builder.Property(profile => profile.RememberedBrowsers).IsPart().HasDefaultValueSql("'[]'");
        builder.Property(profile => profile.Unfinished).IsPart().HasDefaultValueSql("'[]'");
        builder.Property(profile => profile.QuietCauses).IsPart().HasDefaultValueSql("'[]'");
        builder.Property(profile => profile.Habits).IsPart();
        builder.Property(profile => profile.Reminder).IsPart();
        builder.Property(profile => profile.FormerPassword).IsPart();
        builder.Property(profile => profile.LastReset).IsPart();
        builder.Property(profile => profile.Recovery).IsPart();
        builder.Property(profile => profile.RecoveryCodes).IsPart();
        builder.Property(profile => profile.ShownRecoveryCodes).IsPart();
        builder.Property(profile => profile.CallerNumber).IsPart();
        builder.Ignore(profile => profile.Cleared);
        builder.Property(profile => profile.LastClear).IsPart();
        builder.Property(profile => profile.Duty).IsPart();
        builder.Property(profile => profile.Freeze).IsPart();
        builder.Property(profile => profile.Pass).IsPart();

        builder.HasMany(profile => profile.Methods).WithOne().HasForeignKey("Account").IsRequired()
            .OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(profile => profile.Methods).HasField("_methods").UsePropertyAccessMode(PropertyAccessMode.Field)
            .AutoInclude();
    }
}

public sealed class SecurityMethodMapping : IEntityTypeConfiguration<SecurityMethod>
{
    public void Configure(EntityTypeBuilder<SecurityMethod> builder)
    {
        builder.ToTable("methods");
        builder.HasKey(method => method.Id);
        builder.Property(method => method.Id).ValueGeneratedNever();
        builder.Ignore(method => method.Contact);
        builder.Property(method => method.Passkey).IsPart();
        builder.HasIndex(method => method.Key);
    }
}

public sealed class PendingPhoneMapping : IEntityTypeConfiguration<PendingPhone>
{
    public void Configure(EntityTypeBuilder<PendingPhone> builder)
    {
        builder.ToTable("pending_phones");
        builder.HasKey(phone => new { phone.Account, phone.Key });
        builder.HasOne<SecurityProfile>().WithMany().HasForeignKey(phone => phone.Account).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(phone => phone.Key);
    }
}

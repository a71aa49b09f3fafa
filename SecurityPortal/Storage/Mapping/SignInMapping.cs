using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SecurityPortal.Domain;

namespace SecurityPortal.Storage.Mapping;

public sealed class SignInEventMapping : IEntityTypeConfiguration<SignInEvent>
{
    public void Configure(EntityTypeBuilder<SignInEvent> builder)
    {
        builder.ToTable("sign_ins");
        builder.HasKey(happened => happened.Id);
        builder.HasIndex(happened => new { happened.Account, happened.Id });
        builder.HasIndex(happened => happened.RequestId);
        builder.HasIndex(happened => new { happened.Source, happened.Id });

        // Accounts are found by their ids; only tries for names that no account has pay for this one.
        builder.HasIndex(happened => new { happened.NameKey, happened.Id }).HasFilter("\"Account\" IS NULL");
    }
}

public sealed class SavedFilterMapping : IEntityTypeConfiguration<SavedFilter>
{
    public void Configure(EntityTypeBuilder<SavedFilter> builder)
    {
        builder.ToTable("saved_filters");
        builder.HasKey(saved => saved.Id);
        builder.HasOne<SecurityProfile>().WithMany().HasForeignKey(saved => saved.Account).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class PasswordGateMapping : IEntityTypeConfiguration<PasswordGate>
{
    public void Configure(EntityTypeBuilder<PasswordGate> builder)
    {
        builder.ToTable("password_gates");
        builder.HasKey(gate => new { gate.NameKey, gate.Source });
        builder.HasIndex(gate => gate.LastTryAt);
    }
}

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

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SecurityPortal.Domain;

namespace SecurityPortal.Storage.Mapping;

public sealed class PasswordResetMapping : IEntityTypeConfiguration<PasswordReset>
{
    public void Configure(EntityTypeBuilder<PasswordReset> builder)
    {
        builder.ToTable("password_resets");
        builder.HasKey(reset => reset.Id);
        builder.Property(reset => reset.Id).ValueGeneratedNever();
        builder.Ignore(reset => reset.AsSession);
        builder.Ignore(reset => reset.EndsAt);
        builder.HasIndex(reset => new { reset.BrowserId, reset.StartedAt });
        builder.HasIndex(reset => reset.StartedAt);
    }
}

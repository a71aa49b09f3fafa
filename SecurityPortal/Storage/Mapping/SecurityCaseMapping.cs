using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SecurityPortal.Domain;

namespace SecurityPortal.Storage.Mapping;

public sealed class SecurityCaseMapping : IEntityTypeConfiguration<SecurityCase>
{
    public void Configure(EntityTypeBuilder<SecurityCase> builder)
    {
        builder.ToTable("cases");
        builder.HasKey(opened => opened.Id);
        builder.Property(opened => opened.Id).ValueGeneratedNever();
        builder.Property(opened => opened.Steps).IsPart().HasDefaultValueSql("'[]'");
        builder.HasOne<SecurityProfile>().WithMany().HasForeignKey(opened => opened.Account).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(opened => opened.Number).IsUnique();

        // Of one message the same is reported once.
        builder.HasIndex(opened => new { opened.Message, opened.Kind }).IsUnique();
        builder.HasIndex(opened => new { opened.Account, opened.OpenedAt });
        builder.HasIndex(opened => new { opened.ClosedAt, opened.OpenedAt, opened.Number });
    }
}

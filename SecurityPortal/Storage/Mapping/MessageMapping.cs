using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SecurityPortal.Domain;

namespace SecurityPortal.Storage.Mapping;

public sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages");
        builder.HasKey(message => message.Id);
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.HasOne<SecurityProfile>().WithMany().HasForeignKey(message => message.Account).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(message => new { message.Account, message.CreatedAt });
        builder.Property(message => message.Before).IsPart();
        builder.HasIndex(message => new { message.Channel, message.DueAt }).HasFilter("\"DueAt\" IS NOT NULL");
        builder.HasIndex(message => message.Challenge).HasFilter("\"Challenge\" IS NOT NULL");
    }
}

public sealed class NoticeLinkMapping : IEntityTypeConfiguration<NoticeLink>
{
    public void Configure(EntityTypeBuilder<NoticeLink> builder)
    {
        builder.ToTable("notice_links");
        builder.HasKey(link => link.TokenHash);
        builder.HasOne<SecurityProfile>().WithMany().HasForeignKey(link => link.Account).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(link => link.Destination);
        builder.HasIndex(link => link.ExpiresAt);
    }
}

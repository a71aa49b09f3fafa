using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SecurityPortal.Storage.Migrations
{
    /// <inheritdoc />
    public partial class PasswordResets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "LastReset",
                table: "profiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PasswordResets",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", nullable: false),
                    Account = table.Column<byte[]>(type: "BLOB", nullable: true),
                    First = table.Column<byte[]>(type: "BLOB", nullable: true),
                    BrowserId = table.Column<string>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Asked = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Second = table.Column<byte[]>(type: "BLOB", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Wrong = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PasswordResets", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PasswordResets");

            migrationBuilder.DropColumn(
                name: "LastReset",
                table: "profiles");
        }
    }
}

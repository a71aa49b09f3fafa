using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SecurityPortal.Storage.Migrations
{
    /// <inheritdoc />
    public partial class SpentCeremonies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "spent_ceremonies",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spent_ceremonies", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_spent_ceremonies_EndsAt",
                table: "spent_ceremonies",
                column: "EndsAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "spent_ceremonies");
        }
    }
}

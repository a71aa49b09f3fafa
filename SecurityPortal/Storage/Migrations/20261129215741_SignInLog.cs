using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SecurityPortal.Storage.Migrations
{
    /// <inheritdoc />
    public partial class SignInLog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "sign_ins",
                type: "TEXT",
                nullable: true);

            migrationBuilder.Sql(SignInKindSql.Fill);

            migrationBuilder.CreateTable(
                name: "saved_filters",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Account = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Query = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_filters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_saved_filters_profiles_Account",
                        column: x => x.Account,
                        principalTable: "profiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sign_ins_NameKey_Id",
                table: "sign_ins",
                columns: new[] { "NameKey", "Id" },
                filter: "\"Account\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sign_ins_Source_Id",
                table: "sign_ins",
                columns: new[] { "Source", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_saved_filters_Account",
                table: "saved_filters",
                column: "Account");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "saved_filters");

            migrationBuilder.DropIndex(
                name: "IX_sign_ins_NameKey_Id",
                table: "sign_ins");

            migrationBuilder.DropIndex(
                name: "IX_sign_ins_Source_Id",
                table: "sign_ins");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "sign_ins");
        }
    }
}

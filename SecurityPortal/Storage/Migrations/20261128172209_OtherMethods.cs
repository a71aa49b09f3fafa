using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SecurityPortal.Storage.Migrations
{
    /// <inheritdoc />
    public partial class OtherMethods : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "PasswordlessSince",
                table: "profiles",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RecoveryCodes",
                table: "profiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ShownRecoveryCodes",
                table: "profiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LastStep",
                table: "methods",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Passkey",
                table: "methods",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Seed",
                table: "methods",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "PasswordlessSince",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "RecoveryCodes",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "ShownRecoveryCodes",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "LastStep",
                table: "methods");

            migrationBuilder.DropColumn(
                name: "Passkey",
                table: "methods");

            migrationBuilder.DropColumn(
                name: "Seed",
                table: "methods");
        }
    }
}

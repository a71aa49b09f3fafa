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
            migrationBuilder.AddColumn<string>(
                name: "FormerPassword",
                table: "profiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LastReset",
                table: "profiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PasswordlessSince",
                table: "profiles",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RecoveredAt",
                table: "profiles",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Recovery",
                table: "profiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RecoveryCodes",
                table: "profiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReplacedAt",
                table: "profiles",
                type: "INTEGER",
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

            migrationBuilder.AlterColumn<byte[]>(
                name: "Account",
                table: "messages",
                type: "BLOB",
                nullable: true,
                oldClrType: typeof(byte[]),
                oldType: "BLOB");

            migrationBuilder.CreateTable(
                name: "password_resets",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", nullable: false),
                    Account = table.Column<byte[]>(type: "BLOB", nullable: true),
                    First = table.Column<byte[]>(type: "BLOB", nullable: true),
                    BrowserId = table.Column<string>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Browser = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenToAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FirstAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Asked = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Second = table.Column<byte[]>(type: "BLOB", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Wrong = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_password_resets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "recovery_requests",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    Secret = table.Column<string>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", nullable: false),
                    Account = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Contact = table.Column<string>(type: "TEXT", nullable: false),
                    ContactKey = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    BrowserId = table.Column<string>(type: "TEXT", nullable: true),
                    SeenUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Steps = table.Column<string>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: true),
                    ApprovedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    WaitEndsAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recovery_requests", x => x.Id);
                });

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
                name: "IX_password_resets_BrowserId_StartedAt",
                table: "password_resets",
                columns: new[] { "BrowserId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_password_resets_StartedAt",
                table: "password_resets",
                column: "StartedAt");

            migrationBuilder.CreateIndex(
                name: "IX_recovery_requests_ContactKey_OpenedAt",
                table: "recovery_requests",
                columns: new[] { "ContactKey", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_recovery_requests_Number",
                table: "recovery_requests",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_recovery_requests_Source_OpenedAt",
                table: "recovery_requests",
                columns: new[] { "Source", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_recovery_requests_State_WaitEndsAt",
                table: "recovery_requests",
                columns: new[] { "State", "WaitEndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_spent_ceremonies_EndsAt",
                table: "spent_ceremonies",
                column: "EndsAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "password_resets");

            migrationBuilder.DropTable(
                name: "recovery_requests");

            migrationBuilder.DropTable(
                name: "spent_ceremonies");

            migrationBuilder.DropColumn(
                name: "FormerPassword",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "LastReset",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "PasswordlessSince",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "RecoveredAt",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "Recovery",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "RecoveryCodes",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "ReplacedAt",
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

            migrationBuilder.AlterColumn<byte[]>(
                name: "Account",
                table: "messages",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0],
                oldClrType: typeof(byte[]),
                oldType: "BLOB",
                oldNullable: true);
        }
    }
}

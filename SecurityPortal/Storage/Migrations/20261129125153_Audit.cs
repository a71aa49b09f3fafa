using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SecurityPortal.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Audit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: true),
                    Action = table.Column<string>(type: "TEXT", nullable: false),
                    Target = table.Column<byte[]>(type: "BLOB", nullable: true),
                    TargetName = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Ticket = table.Column<string>(type: "TEXT", nullable: false),
                    Facts = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    RequestId = table.Column<string>(type: "TEXT", nullable: false),
                    PreviousHash = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.Number);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_At",
                table: "audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_audit_Target_Number",
                table: "audit",
                columns: new[] { "Target", "Number" });

            // The store itself keeps the log to what it is, whoever writes: records only follow on (which is asked before a
            // REPLACE takes one's place, as its own deletion would not be), stay as they are, and go from the front alone.
            // The last stays, for the next to follow on from.
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "audit_follows_on" BEFORE INSERT ON "audit"
                WHEN NEW."Number" <> (SELECT COALESCE(MAX("Number"), 0) + 1 FROM "audit")
                    OR NEW."PreviousHash" <> COALESCE(
                        (SELECT "Hash" FROM "audit" ORDER BY "Number" DESC LIMIT 1),
                        '0000000000000000000000000000000000000000000000000000000000000000')
                BEGIN SELECT RAISE(ABORT, 'audit: a record follows on from the last'); END;
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "audit_stays_as_it_is" BEFORE UPDATE ON "audit"
                BEGIN SELECT RAISE(ABORT, 'audit: a record is never changed'); END;
                """);
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "audit_goes_from_the_front" BEFORE DELETE ON "audit"
                WHEN OLD."Number" > (SELECT MIN("Number") FROM "audit") OR OLD."Number" = (SELECT MAX("Number") FROM "audit")
                BEGIN SELECT RAISE(ABORT, 'audit: records go from the front alone, and the last stays'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit");
        }
    }
}

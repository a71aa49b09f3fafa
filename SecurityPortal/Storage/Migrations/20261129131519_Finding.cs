using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SecurityPortal.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Finding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DisplayKey",
                table: "profiles",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_sign_ins_RequestId",
                table: "sign_ins",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_profiles_DisplayKey",
                table: "profiles",
                column: "DisplayKey");

            // Parts of names are found by groups of three letters. The names have numbers of their own, which nothing moves.
            migrationBuilder.Sql("""
                UPDATE "profiles" SET "DisplayKey" = lower("DisplayName");
                CREATE TABLE "account_names" ("Number" INTEGER PRIMARY KEY, "Account" BLOB NOT NULL UNIQUE, "Name" TEXT NOT NULL);
                CREATE VIRTUAL TABLE "account_name_parts" USING fts5("Name", content = 'account_names', content_rowid = 'Number', tokenize = 'trigram');
                INSERT INTO "account_names" ("Account", "Name") SELECT "Id", "NameKey" || ' ' || "DisplayKey" FROM "profiles";
                INSERT INTO "account_name_parts" ("account_name_parts") VALUES ('rebuild');
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "account_names_added" AFTER INSERT ON "account_names" BEGIN
                    INSERT INTO "account_name_parts" (rowid, "Name") VALUES (NEW."Number", NEW."Name");
                END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "account_names_removed" AFTER DELETE ON "account_names" BEGIN
                    INSERT INTO "account_name_parts" ("account_name_parts", rowid, "Name") VALUES ('delete', OLD."Number", OLD."Name");
                END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "profiles_named" AFTER INSERT ON "profiles" BEGIN
                    INSERT INTO "account_names" ("Account", "Name") VALUES (NEW."Id", NEW."NameKey" || ' ' || NEW."DisplayKey");
                END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "profiles_renamed" AFTER UPDATE OF "NameKey", "DisplayKey" ON "profiles" WHEN OLD."NameKey" <> NEW."NameKey" OR OLD."DisplayKey" <> NEW."DisplayKey" BEGIN
                    DELETE FROM "account_names" WHERE "Account" = OLD."Id";
                    INSERT INTO "account_names" ("Account", "Name") VALUES (NEW."Id", NEW."NameKey" || ' ' || NEW."DisplayKey");
                END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "profiles_gone" AFTER DELETE ON "profiles" BEGIN
                    DELETE FROM "account_names" WHERE "Account" = OLD."Id";
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER "profiles_named"; DROP TRIGGER "profiles_renamed"; DROP TRIGGER "profiles_gone";
                DROP TRIGGER "account_names_added"; DROP TRIGGER "account_names_removed";
                DROP TABLE "account_name_parts"; DROP TABLE "account_names";
                """);

            migrationBuilder.DropIndex(
                name: "IX_sign_ins_RequestId",
                table: "sign_ins");

            migrationBuilder.DropIndex(
                name: "IX_profiles_DisplayKey",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "DisplayKey",
                table: "profiles");
        }
    }
}

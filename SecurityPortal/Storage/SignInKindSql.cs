namespace SecurityPortal.Storage;

/// <summary>Gives tries from before kinds were kept the kind of their method, where that is still there.</summary>
public static class SignInKindSql
{
    public const string Fill =
        """UPDATE "sign_ins" SET "Kind" = (SELECT "Kind" FROM "methods" WHERE "methods"."Id" = "sign_ins"."Method") WHERE "Method" IS NOT NULL;""";
}

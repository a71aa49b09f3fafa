namespace SecurityPortal.Domain;

/// <summary>How far a try came. The names stand in addresses and in exported files.</summary>
public enum SignInResult
{
    SignedIn,

    /// <summary>A first step was right; the sign-in was not complete yet.</summary>
    GotOn,

    Failed,
}

/// <summary>What each cause says of who is to look at it, and of how far the try came (R-SIGN-6).</summary>
public static class SignInCauses
{
    extension(SignInCause cause)
    {
        public CauseGroup Group => cause switch
        {
            SignInCause.PasswordRight or SignInCause.AppCodeRight or SignInCause.PasskeyRight or SignInCause.SignedIn or SignInCause.RememberedBrowser or SignInCause.Registered => CauseGroup.None,
            SignInCause.SourceBlocked or SignInCause.SourceSlowed or SignInCause.AccountBlocked or SignInCause.HighRisk or SignInCause.MethodBlocked or SignInCause.PasskeyCloned or SignInCause.ReportedNotMine or SignInCause.CodeNotAskedFor => CauseGroup.Malicious,
            SignInCause.NoPassword or SignInCause.AddressDisowned => CauseGroup.Misconfigured,
            SignInCause.WrongPassword or SignInCause.UnknownAccount or SignInCause.WrongCode or SignInCause.WrongPasskey or SignInCause.WrongContact => CauseGroup.User,
            SignInCause.CodeExpired or SignInCause.CodeUsed or SignInCause.NoCode => CauseGroup.Other,
        };

        public SignInResult Result => cause switch
        {
            SignInCause.SignedIn or SignInCause.RememberedBrowser or SignInCause.Registered => SignInResult.SignedIn,
            SignInCause.PasswordRight or SignInCause.AppCodeRight or SignInCause.PasskeyRight => SignInResult.GotOn,
            _ => SignInResult.Failed,
        };
    }
}

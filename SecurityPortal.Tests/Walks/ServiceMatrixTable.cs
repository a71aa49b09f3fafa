using System.Collections.Immutable;

namespace SecurityPortal.Tests.Walks;

internal static class ServiceMatrixTable
{
    /// <summary>What is answered to those who hold a proof of the purpose that heads the column, or none at all.</summary>
    public static readonly ImmutableDictionary<(string Operation, string Caller), string> Held = Table.Read("""
        Operation                     Nobody         OfAnother        Limited          Full                  Undo             SignIn           ChangeSecurityInfo    ConfirmMethod         ConfirmNewInfo   CorrectReplacement BringBack             UndoRestriction
        OverviewAsync                 SignedOut      done             done             done                  done             done             done                  done                  done             done               done                  done
        IsAliveAsync                  SignedOut      done             done             done                  done             done             done                  done                  done             done               done                  done
        OutcomeAsync                  NothingPending NothingPending   NothingPending   NothingPending        NothingPending   NothingPending   NothingPending        NothingPending        NothingPending   NothingPending     NothingPending        NothingPending
        PreviewMessageAsync           NoSuchMethod   NoSuchMethod     done             done                  NoSuchMethod     done             done                  NoSuchMethod          NoSuchMethod     NoSuchMethod       done                  NoSuchMethod
        CodeWayAsync                  NoCodeAsked    NoCodeAsked      NoCodeAsked      NoCodeAsked           NoCodeAsked      done             done                  done                  done             done               done                  done
        AskForCodeAsync               SignedOut      NotFullySignedIn NotFullySignedIn done                  NotFullySignedIn NotFullySignedIn done                  NoSuchMethod          NotFullySignedIn NotFullySignedIn   NoSuchMethod          NotFullySignedIn
        AskForCodeByContactAsync      SignedOut      NoSuchMethod     done             NoCodeAsked           NotFullySignedIn done             NoCodeAsked           NoCodeAsked           NoSuchMethod     NoSuchMethod       NoCodeAsked           NotFullySignedIn
        CallWithCodeAsync             SignedOut      NotFullySignedIn NotFullySignedIn NoCalls               NotFullySignedIn NotFullySignedIn NoCalls               NoSuchMethod          NotFullySignedIn NotFullySignedIn   NoSuchMethod          NotFullySignedIn
        SendAgainAsync                NoCodeAsked    NoCodeAsked      NoCodeAsked      NoCodeAsked           NoCodeAsked      CodeUsed         CodeUsed              CodeUsed              CodeUsed         CodeUsed           CodeUsed              CodeUsed
        ProveAsync                    SignedOut      NoCodeAsked      NoCodeAsked      NoCodeAsked           NoCodeAsked      NoCodeAsked      CodeUsed              NoCodeAsked           NoCodeAsked      NoCodeAsked        NoCodeAsked           NoCodeAsked
        CompleteSignInAsync           SignedOut      NoCodeAsked      NoCodeAsked      NoCodeAsked           NoCodeAsked      CodeUsed         NoCodeAsked           NoCodeAsked           NoCodeAsked      NoCodeAsked        NoCodeAsked           NoCodeAsked
        AddMethodAsync                SignedOut      NotFullySignedIn NotFullySignedIn ProofNeeded           NotFullySignedIn NotFullySignedIn done                  done                  NotFullySignedIn NotFullySignedIn   ProofNeeded           NotFullySignedIn
        AddSuggestedAsync             SignedOut      NotFullySignedIn NotFullySignedIn ProofNeeded           NotFullySignedIn NotFullySignedIn NoSuchMethod          NoSuchMethod          NotFullySignedIn NotFullySignedIn   ProofNeeded           NotFullySignedIn
        ConfirmMethodAsync            SignedOut      NoCodeAsked      NoCodeAsked      NoCodeAsked           NoCodeAsked      NoCodeAsked      NoCodeAsked           CodeUsed              NoCodeAsked      NoCodeAsked        NoCodeAsked           NoCodeAsked
        DiscardUnconfirmedAsync       SignedOut      NoSuchMethod     NoSuchMethod     NoSuchMethod          NoSuchMethod     NoSuchMethod     NoSuchMethod          done                  NoSuchMethod     NoSuchMethod       NoSuchMethod          NoSuchMethod
        FinishRegistrationAsync       SignedOut      NotRegistering   NotRegistering   NotRegistering        NotRegistering   NotRegistering   NotRegistering        NotRegistering        NotRegistering   NotRegistering     NotRegistering        NotRegistering
        RemoveMethodAsync             SignedOut      NotFullySignedIn NotFullySignedIn ProofNeeded           NotFullySignedIn NotFullySignedIn done                  NoSuchMethod          NotFullySignedIn NotFullySignedIn   ProofNeeded           NotFullySignedIn
        SuspendMethodAsync            SignedOut      NotFullySignedIn NotFullySignedIn ProofNeeded           NotFullySignedIn NotFullySignedIn done                  NoSuchMethod          NotFullySignedIn NotFullySignedIn   ProofNeeded           NotFullySignedIn
        BringBackMethodAsync          SignedOut      NotFullySignedIn NotFullySignedIn NoSuchMethod          NotFullySignedIn NotFullySignedIn NoSuchMethod          NoSuchMethod          NotFullySignedIn NotFullySignedIn   done                  NotFullySignedIn
        BringBackByCodeAsync          SignedOut      NoCodeAsked      NoCodeAsked      NoCodeAsked           NoCodeAsked      NoCodeAsked      NoCodeAsked           NoCodeAsked           NoCodeAsked      NoCodeAsked        CodeUsed              NoCodeAsked
        RenameMethodAsync             SignedOut      NotFullySignedIn NotFullySignedIn ProofNeeded           NotFullySignedIn NotFullySignedIn done                  NoSuchMethod          NotFullySignedIn NotFullySignedIn   ProofNeeded           NotFullySignedIn
        SetMethodLanguageAsync        SignedOut      NotFullySignedIn NotFullySignedIn ProofNeeded           NotFullySignedIn NotFullySignedIn done                  NoSuchMethod          NotFullySignedIn NotFullySignedIn   ProofNeeded           NotFullySignedIn
        MakeDefaultAsync              SignedOut      NotFullySignedIn NotFullySignedIn ProofNeeded           NotFullySignedIn NotFullySignedIn done                  NoSuchMethod          NotFullySignedIn NotFullySignedIn   ProofNeeded           NotFullySignedIn
        AdviseAsync                   SignedOut      done             done             done                  done             done             done                  done                  done             done               done                  done
        SendTestAsync                 SignedOut      NotFullySignedIn NotFullySignedIn done                  NotFullySignedIn NotFullySignedIn done                  NoSuchMethod          NotFullySignedIn NotFullySignedIn   NoSuchMethod          NotFullySignedIn
        TestWayAsync                  NoSuchMethod   NoSuchMethod     NoSuchMethod     NoSuchMethod          NoSuchMethod     NoSuchMethod     NoSuchMethod          NoSuchMethod          NoSuchMethod     NoSuchMethod       NoSuchMethod          NoSuchMethod
        EnterNewInfoAsync             SignedOut      done             done             done                  NotFullySignedIn done             done                  done                  done             ReplacementPending PasswordNeeded        NotFullySignedIn
        ConfirmNewInfoAsync           SignedOut      NoCodeAsked      NoCodeAsked      NoCodeAsked           NoCodeAsked      NoCodeAsked      NoCodeAsked           NoCodeAsked           CodeUsed         NoCodeAsked        NoCodeAsked           NoCodeAsked
        DropNewInfoAsync              SignedOut      NoSuchMethod     NoSuchMethod     NoSuchMethod          NoSuchMethod     NoSuchMethod     NoSuchMethod          NoSuchMethod          done             NoSuchMethod       NoSuchMethod          NoSuchMethod
        DiscardDraftAsync             SignedOut      done             done             done                  done             done             done                  done                  done             done               done                  done
        StartReplacementAsync         SignedOut      NoNewInfo        NoNewInfo        NoNewInfo             NotFullySignedIn NoNewInfo        NoNewInfo             NoNewInfo             NoNewInfo        ReplacementPending PasswordNeeded        NotFullySignedIn
        OpenCorrectionAsync           SignedOut      NoCodeAsked      NoCodeAsked      NoCodeAsked           NoCodeAsked      NoCodeAsked      NoCodeAsked           NoCodeAsked           NoCodeAsked      CodeUsed           NoCodeAsked           NoCodeAsked
        CancelReplacementAsync        SignedOut      NotFullySignedIn NotFullySignedIn NothingPending        NotFullySignedIn NotFullySignedIn NothingPending        NothingPending        NotFullySignedIn NotFullySignedIn   NothingPending        NotFullySignedIn
        SayWhoStartedAsync            SignedOut      NotFullySignedIn NotFullySignedIn NothingPending        NotFullySignedIn NotFullySignedIn NothingPending        NothingPending        NotFullySignedIn NotFullySignedIn   NothingPending        NotFullySignedIn
        EndSessionAsync               SignedOut      NotFullySignedIn NotFullySignedIn done                  NotFullySignedIn NotFullySignedIn done                  done                  NotFullySignedIn NotFullySignedIn   done                  NotFullySignedIn
        EndOtherSessionsAsync         SignedOut      NotFullySignedIn NotFullySignedIn done                  NotFullySignedIn NotFullySignedIn done                  done                  NotFullySignedIn NotFullySignedIn   done                  NotFullySignedIn
        ConfirmPasswordAsync          SignedOut      WrongPassword    WrongPassword    WrongPassword         WrongPassword    WrongPassword    WrongPassword         WrongPassword         WrongPassword    WrongPassword      WrongPassword         WrongPassword
        ChangeDistrustedPasswordAsync SignedOut      NotFullySignedIn NotFullySignedIn PasswordNotDistrusted NotFullySignedIn NotFullySignedIn PasswordNotDistrusted PasswordNotDistrusted NotFullySignedIn NotFullySignedIn   PasswordNotDistrusted NotFullySignedIn
        UndoRestrictionAsync          SignedOut      NoCodeAsked      NoCodeAsked      NoCodeAsked           NoCodeAsked      NoCodeAsked      NoCodeAsked           NoCodeAsked           NoCodeAsked      NoCodeAsked        NoCodeAsked           CodeUsed
        TellWhenBlockEndsAsync        SignedOut      NoSuchMethod     NoSuchBlock      NoSuchBlock           NotFullySignedIn NoSuchBlock      NoSuchBlock           NoSuchMethod          NoSuchMethod     NoSuchMethod       NoSuchMethod          NotFullySignedIn
        TouchAsync                    SignedOut      done             done             done                  done             done             done                  done                  done             done               done                  done
        SignOutAsync                  SignedOut      done             done             done                  done             done             done                  done                  done             done               done                  done
        """);

    /// <summary>What is answered when the right code of the purpose that heads the column is entered.</summary>
    public static readonly ImmutableDictionary<(string Operation, string Caller), string> Entered = Table.Read("""
        Operation            SignIn      ChangeSecurityInfo ConfirmMethod ConfirmNewInfo CorrectReplacement BringBack   UndoRestriction
        ProveAsync           NoCodeAsked done               NoCodeAsked   NoCodeAsked    NoCodeAsked        NoCodeAsked NoCodeAsked
        CompleteSignInAsync  done        NoCodeAsked        NoCodeAsked   NoCodeAsked    NoCodeAsked        NoCodeAsked NoCodeAsked
        ConfirmMethodAsync   NoCodeAsked NoCodeAsked        done          NoCodeAsked    NoCodeAsked        NoCodeAsked NoCodeAsked
        BringBackByCodeAsync NoCodeAsked NoCodeAsked        NoCodeAsked   NoCodeAsked    NoCodeAsked        done        NoCodeAsked
        ConfirmNewInfoAsync  NoCodeAsked NoCodeAsked        NoCodeAsked   done           NoCodeAsked        NoCodeAsked NoCodeAsked
        OpenCorrectionAsync  NoCodeAsked NoCodeAsked        NoCodeAsked   NoCodeAsked    done               NoCodeAsked NoCodeAsked
        UndoRestrictionAsync NoCodeAsked NoCodeAsked        NoCodeAsked   NoCodeAsked    NoCodeAsked        NoCodeAsked done
        """);
}

namespace SecurityPortal.Domain.Risk;

/// <summary>The right password was given again and again within minutes, as programs do.</summary>
public sealed class VelocitySignal : IRiskSignal
{
    /// <summary>Before this one.</summary>
    public const int From = 5;

    public RiskSignal Name => RiskSignal.Velocity;

    public bool Shows(RiskScene scene) => scene.PasswordsHere >= From;
}

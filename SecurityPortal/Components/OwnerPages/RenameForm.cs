using FluentValidation;
using SecurityPortal.Domain;
using SecurityPortal.Resources;

namespace SecurityPortal.Components.OwnerPages;

public sealed class RenameForm
{
    public string Name { get; set; } = "";

    public sealed class Validator : AbstractValidator<RenameForm>
    {
        public Validator() => RuleFor(form => form.Name)
            .Must(name => name.Trim().Length <= SecurityProfile.MaxMethodName)
            .WithMessage(form => InfoWords.Rename_TooLong.With(SecurityProfile.MaxMethodName, form.Name.Trim().Length));
    }
}

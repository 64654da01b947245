namespace DataPackage.Shared.Dates;

/// <summary>Why a text is not a date of EDTF, or not a duration.</summary>
/// <param name="Position">The offset of the wrong character; the text's length if something is missing at its
/// end.</param>
/// <param name="Message">What is wrong, and what was probably meant, as one sentence without a full stop.</param>
internal readonly record struct NotationError(int Position, string Message);

namespace DataPackage.Shared.Dates;

/// <summary>Why a text is no date of EDTF, or no duration.</summary>
/// <param name="Position">The offset of the wrong character; the text's length where something is missing at its
/// end.</param>
/// <param name="Message">What is wrong, and what was probably meant, as one sentence without a full stop.</param>
internal readonly record struct NotationError(int Position, string Message);

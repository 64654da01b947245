using DataPackage.Runtime;
using DataPackage.Shared.Format;

[assembly: ReadsFormat(PackedFormat.Version)]

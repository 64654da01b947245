using DataPackage.Runtime;
using DataPackage.Runtime.Packed;

[assembly: ReadsFormat(PackedFormat.Version)]

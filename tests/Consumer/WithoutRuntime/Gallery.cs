namespace WithoutRuntime;

/// <summary>Does not use the seeds yet: the author has only just added the generator.</summary>
public static class Gallery
{
    public const string Name = "Gallery";
}

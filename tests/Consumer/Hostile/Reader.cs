namespace Hostile;

/// <summary>Compiles if the good note among the hostile ones keeps its accessor.</summary>
public static class Reader
{
    public static string Good => Notes.Good.Name;
}

namespace Quay.Uses;

/// <summary>Uses the good entities: whatever is wrong with another seed, these stay.</summary>
public static class Fleet
{
    public static Ship Flagship => Ships.Albatros;

    public static int Known => Harbours.Bergen.Ships.Count + Articles.Log.Id.Length;
}

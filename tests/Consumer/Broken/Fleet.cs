namespace Quay.Uses;

/// <summary>Uses the good entities, which errors in other seeds must not take away.</summary>
public static class Fleet
{
    public static Ship Flagship => Ships.Albatros;

    public static int Known => Harbours.Bergen.Ships.Count + Articles.Log.Id.Length;
}

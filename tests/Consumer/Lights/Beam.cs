namespace Lights;

// Its author writes no documentation, and all warnings are errors.
public static class Beam
{
    public static double Reach(double metres) => 3.57 * Math.Sqrt(metres);
}

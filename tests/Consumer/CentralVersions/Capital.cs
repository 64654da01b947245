namespace CentralVersions;

public static class Capital
{
    public static DataPackage.Place Moscow => DataPackage.Places.Moscow;
}

using System.Globalization;

namespace Dtao.Records.Tests;

internal static class Culture
{
    /// <summary>Runs <paramref name="act"/> as on the machine of a user of that culture, new threads included.</summary>
    public static void In(string name, Action act)
    {
        var (before, beforeDefault) = (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture);
        (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (CultureInfo.GetCultureInfo(name), CultureInfo.GetCultureInfo(name));
        try
        {
            act();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (before, beforeDefault);
        }
    }
}

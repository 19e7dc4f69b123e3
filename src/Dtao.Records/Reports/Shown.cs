using System.Globalization;

namespace Dtao.Records.Reports;

/// <summary>Figures as people read them, to as many digits as they are good for. No number is empty text.</summary>
internal static class Shown
{
    /// <summary>Four digits that count.</summary>
    public static string Price(double price) => Significant(price, 4);

    public static string Percent(double fraction) => Text(fraction * 100, Math.Abs(fraction) is > 0 and < 0.001 ? "0.00" : "0.0", " %");

    public static string Signed(double fraction) => Text(fraction * 100, Math.Abs(fraction) >= 10 ? "+#,0;-#,0;0" : "+#,0.0;-#,0.0;0.0", " %");

    public static string Tao(double tao) => Text(tao, Math.Abs(tao) >= 1_000 ? "#,0" : "#,0.0", "");

    public static string SignedTao(double tao) => Text(tao, Math.Abs(tao) >= 1_000 ? "+#,0;-#,0;0" : "+#,0.0;-#,0.0;0.0", "");

    /// <summary>A name where there is little room.</summary>
    public static string Name(string name) => Drawing.Escaped.Cut(name, 16);

    public static string Subnet(int netuid) => "SN" + netuid.ToString(CultureInfo.InvariantCulture);

    public static string Whole(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Day(double day) => Text(day, "0.00", "");

    private static string Significant(double value, int digits)
    {
        if (!double.IsFinite(value) || value == 0) return Text(value, "0", "");
        var decimals = Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 12);
        return value.ToString("#,0." + new string('#', decimals), CultureInfo.InvariantCulture);
    }

    private static string Text(double value, string format, string unit) => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) + unit : "";
}

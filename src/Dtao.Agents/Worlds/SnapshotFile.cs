using System.Globalization;
using CsvHelper;
using Dtao.Protocol.Units;

namespace Dtao.Agents.Worlds;

/// <summary>
/// Reads a chain snapshot: a CSV file with a header and one row a subnet, root as netuid 0. Columns used: netuid, tau_in, alpha_in, alpha_out (tokens),
/// moving_price (TAO per alpha, may be empty), is_dynamic. The column of daily emission is not used: it disagrees with what the chain minted.
/// </summary>
public static class SnapshotFile
{
    private static readonly string[] Columns = ["netuid", "tau_in", "alpha_in", "alpha_out", "moving_price"];

    /// <exception cref="WorldImpossible">The file is not there, or a row or column of it is not as it should be.</exception>
    public static IReadOnlyList<SnapshotRow> Read(string path, Func<string, TextReader> open)
    {
        using var reader = Open(path, open);
        try
        {
            using var csv = CsvReader.Create(reader, new CsvReaderOptions { HasHeader = true, Separator = ',', TrackLineNumbers = true }, leaveOpen: true);
            return Checked(Rows(csv, path), path);
        }
        catch (CsvFormatException e)
        {
            throw new WorldImpossible($"{path} is no CSV file: {e.Message}");
        }
    }

    private static TextReader Open(string path, Func<string, TextReader> open)
    {
        try
        {
            return open(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new WorldImpossible($"The snapshot {path} cannot be read: there is no such file, seen from the working directory.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new WorldImpossible($"The snapshot {path} cannot be read: {e.Message}");
        }
    }

    private static List<SnapshotRow> Rows(CsvReader csv, string path)
    {
        var rows = new List<SnapshotRow>();
        while (csv.Read())
        {
            if (rows.Count == 0) CheckHeader(csv.Headers, path);
            rows.Add(Row(csv, path));
        }
        return rows.Count > 0 ? rows : throw new WorldImpossible($"{path} is empty: it needs a header and one row a subnet.");
    }

    private static void CheckHeader(IReadOnlyList<string> headers, string path)
    {
        var missing = Columns.Where(column => !headers.Contains(column, StringComparer.Ordinal)).ToArray();
        if (missing.Length > 0) throw new WorldImpossible($"{path} has no column {string.Join(", ", missing)}: it has {string.Join(", ", headers)}.");
    }

    private static SnapshotRow Row(CsvReader csv, string path)
    {
        var netuid = Number(csv, path, "netuid");
        if (netuid != Math.Truncate(netuid) || netuid > ushort.MaxValue) throw Wrong(csv, path, "netuid", "is no whole number from 0 to 65535");
        return new SnapshotRow(
            new NetUid((ushort)netuid),
            Tao.Of(Number(csv, path, "tau_in")),
            Alpha.Of(Number(csv, path, "alpha_in")),
            Alpha.Of(Number(csv, path, "alpha_out")),
            Field(csv, path, "moving_price").Length > 0 ? (double)Number(csv, path, "moving_price") : 0);
    }

    private static decimal Number(CsvReader csv, string path, string column)
    {
        var text = Field(csv, path, column);
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            throw Wrong(csv, path, column, text.Length == 0 ? "is empty" : "is no number of 0 or above");
        return number <= 21_000_000 ? number : throw Wrong(csv, path, column, "is above 21000000");
    }

    private static string Field(CsvReader csv, string path, string column)
    {
        var index = csv.GetFieldIndex(column);
        return index < csv.FieldCount
            ? csv.GetString(index)
            : throw new WorldImpossible(FormattableString.Invariant($"{path}, line {csv.LineNumber}, column {column}: the row ends before it."));
    }

    private static IReadOnlyList<SnapshotRow> Checked(List<SnapshotRow> rows, string path)
    {
        var twice = rows.GroupBy(row => row.Netuid).FirstOrDefault(same => same.Count() > 1);
        if (twice is not null) throw new WorldImpossible($"{path} has netuid {twice.Key} twice.");
        if (!rows.Exists(row => row.Netuid.IsRoot)) throw new WorldImpossible($"{path} has no row for root (netuid 0).");
        if (rows.Count < 2) throw new WorldImpossible($"{path} has no subnet beside root.");
        return [.. rows.OrderBy(row => row.Netuid)];
    }

    private static WorldImpossible Wrong(CsvReader csv, string path, string column, string what) =>
        new(FormattableString.Invariant($"{path}, line {csv.LineNumber}, column {column}: \"{csv.GetString(column)}\" {what}."));
}

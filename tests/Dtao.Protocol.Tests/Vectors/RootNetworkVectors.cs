using System.Globalization;
using System.Text.Json;
using Dtao.Protocol.RootNetwork;

namespace Dtao.Protocol.Tests.Vectors;

internal static class RootNetworkVectors
{
    /// <summary>Stakes and weights are of any scale; real ones are taken to a millionth.</summary>
    private const double Scale = 1e6;

    public static Dictionary<string, object?> Reproduce(VectorCase v)
    {
        if (!v.Has("stakes", "weights", "block_emission", "kappa_u16", "rho")) throw new UnreadableVector(v.Id);
        var votes = Votes(v["weights"]);
        var epoch = RootEpoch.Of(Amounts(v["stakes"]), votes, votes.Max(row => row.Length), (int)v.Whole("rho"), (ushort)v.Whole("kappa_u16"));
        return new()
        {
            ["rank"] = Array.ConvertAll(epoch.Ranks, rank => rank.ToDouble()),
            ["trust"] = Array.ConvertAll(epoch.Trusts, trust => trust.ToDouble()),
            ["consensus"] = Array.ConvertAll(epoch.Consensuses, consensus => consensus.ToDouble()),
            ["emission"] = Array.ConvertAll(epoch.EmissionOf(v.Whole("block_emission")), rao => (double)rao),
        };
    }

    /// <summary>A list of rows, or "identity 10x10": each votes for the netuid of its own number alone.</summary>
    private static ulong[][] Votes(JsonElement weights) => weights.ValueKind == JsonValueKind.String
        ? Identity(weights.GetString()!)
        : [.. weights.EnumerateArray().Select(Amounts)];

    private static ulong[][] Identity(string named)
    {
        var size = named.Split(' ', 'x') is ["identity", var rows, var columns] && rows == columns ? int.Parse(rows, CultureInfo.InvariantCulture) : throw new UnreadableVector(named);
        return [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Select(j => i == j ? 1UL : 0).ToArray())];
    }

    private static ulong[] Amounts(JsonElement list)
    {
        var isWhole = list.EnumerateArray().All(one => one.TryGetUInt64(out _));
        return [.. list.EnumerateArray().Select(one => isWhole ? one.GetUInt64() : (ulong)Math.Round(one.GetDouble() * Scale))];
    }
}

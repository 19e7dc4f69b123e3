using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>The parts of an epoch's emission by uid: miners' and validators' incomes over the sum of both.</summary>
/// <remarks>subtensor v2.0.1 <c>epoch/run_epoch.rs</c>, emission and pruning scores.</remarks>
internal readonly record struct EmissionShares(I32F32[] Servers, I32F32[] Validators, I32F32[] Combined)
{
    /// <summary>Where neither side earned anything <paramref name="stake"/> takes the validators' place.</summary>
    /// <param name="lists">Where the shares go.</param>
    public static EmissionShares Of(I32F32[] incentive, I32F32[] dividends, I32F32[] stake, EpochLists lists)
    {
        var (servers, validators, combined) = lists.Emission;
        for (var uid = 0; uid < combined.Length; uid++) combined[uid] = incentive[uid] + dividends[uid];
        var sum = Shares.Sum(combined);
        if (sum == I32F32.Zero) return new(incentive, stake, stake);
        incentive.CopyTo(servers.AsSpan());
        dividends.CopyTo(validators.AsSpan());
        Shares.DivideBy(servers, sum);
        Shares.DivideBy(validators, sum);
        Shares.DivideBy(combined, sum);
        return lists.Emission;
    }

    public ulong[] ServersInRao(ulong emissionRao) => InRao(Servers, emissionRao, new ulong[Servers.Length]); // which the record of the epoch keeps

    public ulong[] ValidatorsInRao(ulong emissionRao, ulong[] rao) => InRao(Validators, emissionRao, rao);

    /// <summary>Each share of <paramref name="emissionRao"/>, floored.</summary>
    private static ulong[] InRao(I32F32[] shares, ulong emissionRao, ulong[] rao)
    {
        var emission = I96F32.FromInteger(emissionRao);
        for (var uid = 0; uid < rao.Length; uid++) rao[uid] = shares[uid] == I32F32.Zero ? 0 : (shares[uid].ToI96F32() * emission).Floor();
        return rao;
    }
}

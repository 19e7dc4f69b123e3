using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>The parts of an epoch's emission by uid: miners' and validators' incomes over the sum of both.</summary>
/// <remarks>subtensor v2.0.1 <c>epoch/run_epoch.rs</c>, emission and pruning scores.</remarks>
internal readonly record struct EmissionShares(I32F32[] Servers, I32F32[] Validators, I32F32[] Combined)
{
    /// <summary>Where neither side earned anything <paramref name="stake"/> takes the validators' place.</summary>
    public static EmissionShares Of(I32F32[] incentive, I32F32[] dividends, I32F32[] stake)
    {
        var combined = new I32F32[incentive.Length];
        for (var uid = 0; uid < combined.Length; uid++) combined[uid] = incentive[uid] + dividends[uid];
        var sum = Shares.Sum(combined);
        return sum == I32F32.Zero
            ? new(incentive, stake, stake)
            : new(Divided(incentive, sum), Divided(dividends, sum), Divided(combined, sum));
    }

    public ulong[] ServersInRao(ulong emissionRao) => InRao(Servers, emissionRao);

    public ulong[] ValidatorsInRao(ulong emissionRao) => InRao(Validators, emissionRao);

    /// <summary>Each share of <paramref name="emissionRao"/>, floored.</summary>
    private static ulong[] InRao(I32F32[] shares, ulong emissionRao)
    {
        var emission = I96F32.FromInteger(emissionRao);
        var rao = new ulong[shares.Length];
        for (var uid = 0; uid < rao.Length; uid++)
            if (shares[uid] != I32F32.Zero)
                rao[uid] = (shares[uid].ToI96F32() * emission).Floor();
        return rao;
    }

    private static I32F32[] Divided(I32F32[] shares, I32F32 sum)
    {
        var divided = shares.AsSpan().ToArray();
        Shares.DivideBy(divided, sum);
        return divided;
    }
}

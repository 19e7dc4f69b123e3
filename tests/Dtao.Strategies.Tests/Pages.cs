using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests;

/// <summary>What an explorer shows of small subnets.</summary>
internal static class Pages
{
    public const long Tempo = 361;

    /// <summary>The page of an epoch.</summary>
    public static Metagraph OfEpoch(int netuid, long epoch, double incentive, params NeuronView[] neurons) => OfTempo(netuid, epoch, epoch, incentive, neurons);

    /// <summary>A page of a block between two epochs.</summary>
    public static Metagraph OfTempo(int netuid, long epoch, long block, double incentive, params NeuronView[] neurons) =>
        new(Some.Subnet(netuid), new Block(block), new Block(epoch), Alpha.Of((decimal)incentive), [.. neurons]);

    public static NeuronView Miner(int account, double paid = 0, double held = 0, double sold = 0, long registeredAt = 0) =>
        new(new AccountId(account), new Block(registeredAt), HasPermit: false, 0, paid, 0, Alpha.Of((decimal)held), Tao.Of((decimal)sold));

    public static NeuronView Voter(int account, double votes, double dividends = 0, bool hasPermit = true) =>
        new(new AccountId(account), default, hasPermit, votes, 0, dividends, Alpha.Zero, Tao.Zero);

    public static Sight Showing(this Sight sight, params Metagraph[] pages) => sight with { Market = sight.Market with { Metagraphs = [.. pages] } };
}

using Dtao.Protocol.Ledgers;
using Dtao.Records.Events;

namespace Dtao.Records.Database;

/// <summary>What each root validator gave to whom: a row for each netuid of a vote, with the id of the vote's row in <c>decisions</c>.</summary>
internal sealed class RootVoteTable(Inserts inserts)
{
    private readonly Insert votes = inserts.Into("root_votes", columns: 5);

    public void Add(in RunEvent told, RootWeightsSet vote)
    {
        var given = vote.Weights.Sum(weight => (double)weight.Value);
        foreach (var (netuid, value) in vote.Weights)
            if (value > 0)
                votes.Value(told.Block.Height).Value(vote.Account.Index).Value(netuid.Value).Value(value / given).Value(told.Id).Run();
    }
}

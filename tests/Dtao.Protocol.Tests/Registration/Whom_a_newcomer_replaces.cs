using Dtao.Protocol.Consensus;
using Dtao.Protocol.Registration;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Registration;

/// <summary>Neurons as (pruning score, block of registration); now is block 10,000 and immunity lasts 5,000 blocks.</summary>
public sealed class Whom_a_newcomer_replaces
{
    private static readonly AccountId Nobody = new(999);

    [Fact]
    public void is_who_has_the_lowest_score() => Assert.Equal((ushort)1, Choose((30, 0), (10, 0), (20, 0)));

    [Fact]
    public void is_not_who_is_immune_though_its_score_is_lower() => Assert.Equal((ushort)2, Choose((30, 0), (10, 5_001), (20, 5_000)));

    [Fact]
    public void is_at_equal_scores_who_came_first_and_then_the_lowest_uid() => Assert.Equal((ushort)1, Choose((10, 7), (10, 3), (10, 3)));

    [Fact]
    public void is_the_lowest_of_all_where_everyone_is_immune() => Assert.Equal((ushort)2, Choose((30, 9_000), (20, 9_000), (10, 9_999)));

    [Fact]
    public void is_never_the_owner() => Assert.Equal((ushort)2, Choose(new AccountId(1), (30, 0), (10, 0), (20, 0)));

    [Fact]
    public void is_nobody_where_the_owner_is_alone() => Assert.Null(Choose(new AccountId(0), (0, 0)));

    private static ushort? Choose(params (ushort Score, long At)[] neurons) => Choose(Nobody, neurons);

    private static ushort? Choose(AccountId owner, params (ushort Score, long At)[] neurons) => Pruning.Choose(
        [.. neurons.Select((n, i) => new Neuron(new AccountId(i), new Block(n.At)) { Score = default(NeuronScore) with { Pruning = n.Score } })],
        owner, now: new Block(10_000), immunityBlocks: 5_000);
}

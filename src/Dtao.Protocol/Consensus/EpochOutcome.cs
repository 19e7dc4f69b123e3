using Dtao.Protocol.Units;

namespace Dtao.Protocol.Consensus;

/// <summary>What an epoch pays, whom it permits to validate next, and what it leaves with each neuron. Lists are by uid, amounts in rao of alpha.</summary>
/// <remarks>The next epoch with the same memory writes over the lists of scores and dividends.</remarks>
/// <param name="Incentive">Paid to each as a miner.</param>
/// <param name="Dividends">Paid to each as a validator; where nobody earned anything, by stake.</param>
/// <param name="Permits">Who may validate in the next epoch.</param>
/// <param name="Bonds">What the next epoch starts from; empty for whoever has no permit.</param>
public sealed record EpochOutcome(ulong[] Incentive, ulong[] Dividends, bool[] Permits, StoredBonds Bonds, EpochScores Scores)
{
    /// <summary>Who had most to say in it.</summary>
    public Sway Sway { get; init; } = new(-1, I32F32.Zero, null);

    /// <summary>Leaves with each neuron what the next epoch starts from.</summary>
    public void LeaveWith(ReadOnlySpan<Neuron> neurons)
    {
        for (var uid = 0; uid < neurons.Length; uid++)
        {
            neurons[uid].HasPermit = Permits[uid];
            Bonds.LeaveWith(neurons[uid], uid);
            neurons[uid].Score = NeuronScore.Of(Scores, uid);
        }
    }
}

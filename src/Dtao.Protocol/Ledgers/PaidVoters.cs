namespace Dtao.Protocol.Ledgers;

/// <summary>Those who vote on a page, and what of it concerns those who stake with them. In rows by hotkey: whoever compares validators goes through all pages, and on most of them the same ones vote.</summary>
public sealed class PaidVoters
{
    private readonly int[] hotkeys;
    private readonly double[] votes, dividends, earned; // shares of the votes, above 0 up to 1, and of what the last epoch paid to validators

    /// <summary>What <see cref="earned"/> is a part of.</summary>
    private double paid = double.NaN;

    private PaidVoters(int count) => (hotkeys, votes, dividends, earned) = (new int[count], new double[count], new double[count], new double[count]);

    /// <summary>The numbers of their hotkeys, ascending.</summary>
    public ReadOnlySpan<int> Hotkeys => hotkeys;

    /// <summary>What each earned with a vote where all validators were paid so much. Mostly the next one asks for the same.</summary>
    public ReadOnlySpan<double> Earned(double paid)
    {
        if (this.paid != paid)
            for (var i = 0; i < earned.Length; i++)
                earned[i] = paid * dividends[i] / votes[i];
        this.paid = paid;
        return earned;
    }

    internal static PaidVoters Among(ReadOnlySpan<NeuronView> neurons)
    {
        var count = 0;
        foreach (ref readonly var neuron in neurons) count += neuron.VotingShare > 0 ? 1 : 0;
        var found = new PaidVoters(count);
        found.List(neurons);
        return found;
    }

    private void List(ReadOnlySpan<NeuronView> neurons)
    {
        var uids = new int[hotkeys.Length];
        for (var (uid, next) = (0, 0); next < uids.Length; uid++)
            if (neurons[uid].VotingShare > 0)
                (hotkeys[next], uids[next++]) = (neurons[uid].Hotkey.Index, uid);
        Array.Sort(hotkeys, uids);
        for (var i = 0; i < uids.Length; i++) (votes[i], dividends[i]) = (neurons[uids[i]].VotingShare, neurons[uids[i]].DividendShare);
    }
}

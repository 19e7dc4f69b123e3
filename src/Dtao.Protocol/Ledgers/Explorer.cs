using System.Collections.Immutable;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>
/// What a block explorer keeps beside the chain: who has sold how much since a subnet's last epoch. It publishes a subnet's
/// metagraph at each epoch, and again shortly before the next, when validators look at it to set their weights.
/// </summary>
public sealed class Explorer(Ledger ledger)
{
    /// <summary>Blocks before an epoch at which the second page is taken.</summary>
    public const int LeadBlocks = 3;

    private readonly LedgerState state = ledger.State;
    private Page?[] pages = []; // by netuid

    /// <summary>The latest metagraph of each subnet that has had an epoch, by netuid.</summary>
    public ImmutableArray<Metagraph> Metagraphs { get; private set; } = [];

    public void Note(Outcome outcome)
    {
        if (outcome is Unstaked sold) Note(sold);
        else if (outcome is Moved moved) Note(moved.Out);
        else if (outcome is SubnetRegistered { Dissolved: { } gone }) Close(gone.Netuid);
    }

    /// <summary>Takes a page of every subnet whose epoch is among <paramref name="events"/>.</summary>
    public void Note(IReadOnlyList<LedgerEvent> events)
    {
        foreach (var happened in events)
            if (happened is EpochDrained epoch)
                Turn(epoch);
    }

    /// <summary>Takes the pages that are due before an epoch.</summary>
    public void CloseBlock()
    {
        foreach (var subnet in state.SubnetSpan)
            if (subnet.Netuid.Value < pages.Length && pages[subnet.Netuid.Value] is { } page && state.Block - page.Epoch == subnet.TempoBlocks + 1 - LeadBlocks)
                Publish(Of(subnet, page));
    }

    private void Turn(EpochDrained epoch)
    {
        var page = PageOf(epoch.Netuid);
        (page.Epoch, page.Incentive) = (state.Block, epoch.Incentive);
        Publish(Of(state[epoch.Netuid], page));
        page.Sold.Clear();
    }

    private void Note(Unstaked sold)
    {
        if (sold.Netuid.IsRoot) return;
        var page = PageOf(sold.Netuid);
        page.Sold[sold.Account] = page.Sold.GetValueOrDefault(sold.Account) + sold.Received;
    }

    private Metagraph Of(Subnet subnet, Page page)
    {
        var votes = VotesOf(subnet);
        var all = subnet.NeuronSpan;
        var (allVotes, allIncentive, allDividends) = (0.0, 0.0, 0.0);
        for (var uid = 0; uid < votes.Length; uid++)
        {
            var score = all[uid].Score;
            (allVotes, allIncentive, allDividends) = (allVotes + votes[uid], allIncentive + score.Incentive, allDividends + score.Dividends);
        }
        var neurons = ImmutableArray.CreateBuilder<NeuronView>(votes.Length);
        for (var uid = 0; uid < votes.Length; uid++)
        {
            var neuron = all[uid];
            neurons.Add(new NeuronView(
                neuron.Hotkey,
                neuron.RegisteredAt,
                neuron.HasPermit,
                Share(votes[uid], allVotes),
                Share(neuron.Score.Incentive, allIncentive),
                Share(neuron.Score.Dividends, allDividends),
                HeldBy(neuron.Hotkey, subnet),
                page.Sold.GetValueOrDefault(neuron.Hotkey)));
        }
        return new Metagraph(subnet.Netuid, state.Block, page.Epoch, page.Incentive, neurons.MoveToImmutable());
    }

    private double[] VotesOf(Subnet subnet)
    {
        var all = subnet.NeuronSpan;
        var votes = new double[all.Length];
        var taoWeight = Emission.RootProportion.Weight(ledger.Rules.TaoWeightU64);
        for (var uid = 0; uid < votes.Length; uid++)
            if (Votes(all[uid]))
                votes[uid] = state.StakeWeightOf(subnet, all[uid].Hotkey, taoWeight).ToDouble();
        return votes;
    }

    private bool Votes(Neuron neuron) => neuron.HasPermit && neuron.LastUpdate + ledger.Rules.ActivityCutoffBlocks >= state.Block;

    private Alpha HeldBy(AccountId account, Subnet subnet)
    {
        var held = Alpha.Zero;
        foreach (var position in state.AccountOf(account).PositionsOn(subnet.Netuid)) held += subnet.Stakes.WorthOf(position.Hotkey, position.Shares);
        return held;
    }

    private void Publish(Metagraph page)
    {
        var at = 0;
        while (at < Metagraphs.Length && Metagraphs[at].Netuid.Value < page.Netuid.Value) at++;
        var isKnown = at < Metagraphs.Length && Metagraphs[at].Netuid == page.Netuid;
        Metagraphs = isKnown ? Metagraphs.SetItem(at, page) : Metagraphs.Insert(at, page);
    }

    /// <summary>Nothing is shown of a subnet that is gone; another may come under its number.</summary>
    private void Close(NetUid netuid)
    {
        Metagraphs = Metagraphs.RemoveAll(page => page.Netuid == netuid);
        if (netuid.Value < pages.Length) pages[netuid.Value] = null;
    }

    private Page PageOf(NetUid netuid)
    {
        if (pages.Length <= netuid.Value) Array.Resize(ref pages, netuid.Value + 1);
        return pages[netuid.Value] ??= new Page { Epoch = state.Block };
    }

    private static double Share(double part, double whole) => whole > 0 ? part / whole : 0;

    private sealed class Page
    {
        public Block Epoch { get; set; }

        public Alpha Incentive { get; set; }

        public Dictionary<AccountId, Tao> Sold { get; } = [];
    }
}

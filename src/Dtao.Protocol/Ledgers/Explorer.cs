using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Memory;
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

    private static readonly Block Never = new(long.MaxValue);

    private readonly LedgerState state = ledger.State;
    private double[] votes = []; // by uid, of the page that is being made
    private Page?[] pages = []; // by netuid
    private Block nextLead = Never; // no page is due before it

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
        for (var i = 0; i < events.Count; i++)
            if (events[i] is EpochDrained epoch)
                Turn(epoch);
    }

    /// <summary>Takes the pages that are due before an epoch.</summary>
    public void CloseBlock()
    {
        if (state.Block < nextLead) return;
        nextLead = Never;
        foreach (var subnet in state.SubnetSpan)
        {
            if (subnet.Netuid.Value >= pages.Length || pages[subnet.Netuid.Value] is not { } page) continue;
            if (page.Lead == state.Block) Publish(Fetched(subnet, page));
            else AwaitLead(page);
        }
    }

    private void Turn(EpochDrained epoch)
    {
        var page = PageOf(epoch.Netuid);
        page.Incentive = epoch.Incentive + epoch.Withheld;
        Begin(page, epoch.Netuid);
        Publish(Of(state[epoch.Netuid], page));
        page.Forget();
    }

    private void Begin(Page page, NetUid netuid)
    {
        (page.Epoch, page.Lead) = (state.Block, state.Block + (state[netuid].TempoBlocks + 1 - LeadBlocks));
        AwaitLead(page);
    }

    private void AwaitLead(Page page)
    {
        if (page.Lead >= state.Block && page.Lead < nextLead) nextLead = page.Lead;
    }

    private void Note(Unstaked sold)
    {
        if (sold.Netuid.IsRoot) return;
        var page = PageOf(sold.Netuid);
        page.Sell(sold.Account, sold.Received);
    }

    private Metagraph Of(Subnet subnet, Page page)
    {
        var all = subnet.NeuronSpan;
        var (allVotes, allIncentive, allDividends) = (CountVotes(subnet), 0.0, 0.0);
        foreach (var neuron in all) (allIncentive, allDividends) = (allIncentive + neuron.Score.Incentive, allDividends + neuron.Score.Dividends);
        var neurons = page.RoomFor(all.Length);
        for (var uid = 0; uid < neurons.Length; uid++)
        {
            var neuron = all[uid];
            neurons[uid] = new NeuronView(
                neuron.Hotkey,
                neuron.RegisteredAt,
                neuron.HasPermit,
                Share(votes[uid], allVotes),
                Share(neuron.Score.Incentive, allIncentive),
                Share(neuron.Score.Dividends, allDividends),
                HeldBy(neuron.Hotkey, subnet),
                page.SoldBy(neuron.Hotkey));
        }
        return page.Take(new Metagraph(subnet.Netuid, state.Block, page.Epoch, page.Incentive, ImmutableCollectionsMarshal.AsImmutableArray(neurons)));
    }

    /// <summary>The page of neurons that nobody has touched for a tempo: they, their accounts, what those hold and their pools are fetched together, which takes little longer than one.</summary>
    private Metagraph Fetched(Subnet subnet, Page page)
    {
        var neurons = subnet.NeuronSpan;
        foreach (var neuron in neurons) CacheLines.Fetch(neuron, Neuron.Lines);
        foreach (var neuron in neurons) CacheLines.Fetch(state.AccountOf(neuron.Hotkey), lines: 1);
        foreach (var neuron in neurons)
        {
            state.AccountOf(neuron.Hotkey).FetchPositions();
            subnet.Stakes.FetchPlace(neuron.Hotkey);
            if (neuron.HasPermit) state.Root.Stakes.FetchPlace(neuron.Hotkey);
        }
        foreach (var neuron in neurons)
        {
            CacheLines.Fetch(subnet.Stakes.Find(neuron.Hotkey), lines: 1);
            if (neuron.HasPermit) CacheLines.Fetch(state.Root.Stakes.Find(neuron.Hotkey), lines: 1);
        }
        return Of(subnet, page);
    }

    /// <returns>All of them together.</returns>
    private double CountVotes(Subnet subnet)
    {
        var (taoWeight, sum) = (Emission.RootProportion.Weight(ledger.Rules.StakeWeightU64), 0.0);
        var all = subnet.NeuronSpan;
        if (votes.Length < all.Length) votes = new double[all.Length];
        for (var uid = 0; uid < all.Length; uid++) sum += votes[uid] = Votes(all[uid]) ? state.StakeWeightOf(subnet, all[uid].Hotkey, taoWeight).ToDouble() : 0;
        return sum;
    }

    private bool Votes(Neuron neuron) => neuron.Validates(state.Block, ledger.Rules.ActivityCutoffBlocks);

    private Alpha HeldBy(AccountId account, Subnet subnet)
    {
        var held = Alpha.Zero;
        foreach (ref readonly var position in state.AccountOf(account).PositionsOn(subnet.Netuid)) held += subnet.Stakes.WorthOf(position);
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
        if (pages[netuid.Value] is { } known) return known;
        var page = pages[netuid.Value] = new Page();
        Begin(page, netuid);
        return page;
    }

    private static double Share(double part, double whole) => whole > 0 ? part / whole : 0;

    private sealed class Page
    {
        private readonly Dictionary<AccountId, Tao> sold = [];

        /// <summary>A bit for each remainder by 64 of the sellers' numbers: a page asks for every neuron, and few have sold.</summary>
        private ulong sellers;

        private Metagraph? newest, before;

        public Block Epoch { get; set; }

        /// <summary>When it is taken again, shortly before the next epoch.</summary>
        public Block Lead { get; set; }

        public Alpha Incentive { get; set; }

        /// <summary>Where the page before the newest one lay, if it was as long: of all that a run allocates the pages would be a fifth.</summary>
        public NeuronView[] RoomFor(int neurons) => before?.Neurons.Length == neurons ? before.GiveUpRoom() : new NeuronView[neurons];

        /// <summary>The page as it is taken now; the newest one till now is the one before it.</summary>
        public Metagraph Take(Metagraph taken)
        {
            if (newest is not null) taken.Follow(newest);
            (newest, before) = (taken, newest);
            return taken;
        }

        public Tao SoldBy(AccountId account) => (sellers >> account.Index & 1) == 0 ? Tao.Zero : sold.GetValueOrDefault(account);

        public void Sell(AccountId account, Tao received)
        {
            sold[account] = SoldBy(account) + received;
            sellers |= 1ul << account.Index;
        }

        public void Forget()
        {
            sold.Clear();
            sellers = 0;
        }
    }
}

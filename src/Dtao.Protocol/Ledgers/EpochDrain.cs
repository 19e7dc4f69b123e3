using Dtao.Protocol.Consensus;
using Dtao.Protocol.Emission;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>A subnet's epoch: its consensus divides the pending pots among miners, validators and their nominators, owner and root.</summary>
/// <remarks>subtensor v2.0.1 and v2.0.9 <c>coinbase/run_coinbase.rs: drain_pending_emission</c>.</remarks>
internal sealed class EpochDrain(LedgerState state, ProtocolRules rules, IConsensus consensus)
{
    private readonly bool isClaimed = rules.Emission.RootPay == RootPay.Claim;
    private readonly I96F32 taoWeight = Emission.RootProportion.Weight(rules.StakeWeightU64);
    private ValidatorStake[] validators = []; // of one epoch

    public EpochDrained Run(Subnet subnet)
    {
        var (outcome, newest, power) = Conclude(subnet, (subnet.PendingEmission + (isClaimed ? subnet.PendingRootAlpha : subnet.PendingAlphaSwapped)).Rao);
        var earners = Earners.Of(state, subnet, outcome.Dividends, taoWeight);
        var pots = DividendPots.Of(rules.Payout, outcome, earners.Dividends, StakesOf(subnet, earners), taoWeight, subnet, isClaimed);
        var withheld = Withhold(subnet, outcome.Incentive);
        var incentive = PayIncentive(subnet, outcome.Incentive);
        var dividends = PayDividends(subnet, earners.Hotkeys, pots.Alpha);
        if (pots.Sold is { } sold) PayRoot(subnet, earners.Hotkeys, sold);
        var rootDividends = isClaimed ? SetRootAside(subnet, earners.Hotkeys, pots.Root) : PayRoot(subnet, earners.Hotkeys, pots.Root);
        var dust = Close(subnet, incentive + dividends);
        var ownerCut = PayOwner(subnet);
        return new EpochDrained(subnet.Netuid, incentive, dividends, ownerCut, rootDividends, dust)
        {
            Withheld = withheld,
            Paid = [subnet.Owner, .. earners.Hotkeys],
            Pay = new EpochPay(earners.Hotkeys, outcome.Incentive, pots.Alpha, pots.Root, subnet.Owner, ownerCut),
            NewestVoter = newest,
            Power = power,
        };
    }

    /// <summary>What the subnet's validators make of so much, with all that it leaves with the neurons.</summary>
    internal (EpochOutcome Outcome, AccountId? Newest, EpochPower Power) Conclude(Subnet subnet, ulong emissionRao)
    {
        var (neurons, owner) = (subnet.NeuronArray, ValidatingOwner(subnet));
        if (owner is { } uid) neurons[uid].HasPermit = true;
        var newest = NewestVoter(subnet, owner);
        var outcome = consensus.Epoch(InputOf(subnet, owner, emissionRao));
        var power = EpochPower.Of(outcome, neurons);
        outcome.LeaveWith(neurons);
        return (outcome, newest, power);
    }

    /// <summary>Who may validate whatever its stake: the owner, where the rules say so and it has a place.</summary>
    private int? ValidatingOwner(Subnet subnet) => rules.Consensus.OwnerValidates ? subnet.UidOf(subnet.Owner) : null;

    /// <summary>Weights count of those who have a permit, have not been silent for too long, and speak of others than themselves, or are the owner.</summary>
    private AccountId? NewestVoter(Subnet subnet, int? owner)
    {
        Neuron? newest = null;
        var neurons = subnet.NeuronArray;
        for (var uid = 0; uid < neurons.Length; uid++)
        {
            var neuron = neurons[uid];
            if (!neuron.Validates(state.Block, rules.ActivityCutoffBlocks) || newest is not null && neuron.LastUpdate <= newest.LastUpdate) continue;
            if (uid == owner ? !neuron.Weights.IsEmpty : SpeaksOfOthers(neuron.Weights, uid)) newest = neuron;
        }
        return newest?.Hotkey;
    }

    private static bool SpeaksOfOthers(ReadOnlySpan<Link> weights, int uid) => weights.Length > 1 || weights.Length == 1 && weights[0].Uid != uid;

    private EpochInput InputOf(Subnet subnet, int? owner, ulong emissionRao)
    {
        var neurons = subnet.NeuronArray;
        var stakes = subnet.Memory.ListsOf(neurons.Length).StakeWeights;
        for (var uid = 0; uid < stakes.Length; uid++) stakes[uid] = state.StakeWeightOf(subnet, neurons[uid].Hotkey, taoWeight);
        return new EpochInput(state.Block, neurons, stakes, emissionRao, rules.ActivityCutoffBlocks, rules.MaxValidators, rules.Consensus)
        {
            LastEpoch = new Block(state.Block.Height - subnet.TempoBlocks - 1),
            OwnerUid = owner,
            Memory = subnet.Memory,
        };
    }

    /// <summary>By them a dividend is divided, so that those of whoever has none do not matter.</summary>
    private ReadOnlySpan<ValidatorStake> StakesOf(Subnet subnet, Earners earners)
    {
        if (validators.Length < earners.Hotkeys.Length) validators = new ValidatorStake[earners.Hotkeys.Length];
        for (var i = 0; i < earners.Hotkeys.Length; i++)
            if (earners.Dividends[i] != 0)
                validators[i] = new ValidatorStake(subnet.Stakes.TotalOf(earners.Hotkeys[i]), state.OnRoot(earners.Hotkeys[i]));
        return validators.AsSpan(0, earners.Hotkeys.Length);
    }

    /// <summary>Takes out of the list what is the owner's, where the rules burn that.</summary>
    private Alpha Withhold(Subnet subnet, ulong[] incentive)
    {
        if (!rules.Emission.OwnerBurn) return Alpha.Zero;
        var earned = Sum(incentive);
        subnet.MinerBurned = OwnerBurn.Withhold(incentive, uid => subnet.NeuronArray[uid].Hotkey == subnet.Owner);
        return earned - Sum(incentive);
    }

    private Alpha PayIncentive(Subnet subnet, ulong[] incentive)
    {
        var paid = Alpha.Zero;
        for (var uid = 0; uid < incentive.Length; uid++)
        {
            if (incentive[uid] == 0) continue;
            var (miner, amount) = (subnet.NeuronArray[uid].Hotkey, new Alpha(incentive[uid]));
            state.Deposit(miner, subnet, miner, amount);
            paid += amount;
        }
        return paid;
    }

    private static Alpha Sum(ulong[] amounts)
    {
        var sum = Alpha.Zero;
        foreach (var amount in amounts) sum += new Alpha(amount);
        return sum;
    }

    /// <summary>Pays, and leaves in <paramref name="dividends"/> what was paid, in whole rao.</summary>
    private Alpha PayDividends(Subnet subnet, AccountId[] hotkeys, I96F32[] dividends)
    {
        var total = Alpha.Zero;
        for (var i = 0; i < hotkeys.Length; i++)
        {
            if (dividends[i] == I96F32.Zero) continue;
            state.PayDividend(subnet, hotkeys[i], dividends[i], out var paid);
            dividends[i] = I96F32.FromInteger(paid.Rao);
            total += paid;
        }
        return subnet.LastDividends = total;
    }

    /// <summary>Root dividends are staked on root at once. At launch SubnetTAO[0] does not grow with them.</summary>
    private Tao PayRoot(Subnet subnet, AccountId[] hotkeys, I96F32[] dividends)
    {
        var total = Tao.Zero;
        for (var i = 0; i < hotkeys.Length; i++)
        {
            if (dividends[i] == I96F32.Zero) continue;
            state.PayDividend(state.Root, hotkeys[i], dividends[i], out var paid);
            dividends[i] = I96F32.FromInteger(paid.Rao);
            total += new Tao(paid.Rao);
        }
        if (rules.Emission.RootPoolGrows) state.Root.Pool = state.Root.Pool with { TaoReserve = state.Root.Pool.TaoReserve + total };
        state.Dust += subnet.PendingRootDividends - total;
        subnet.PendingRootDividends = Tao.Zero;
        return subnet.LastRootDividends = total;
    }

    /// <summary>
    /// Where root claims its alpha, the hotkey has its take of it at once and the rest waits for who delegates to it on root. It says what all of it would fetch at spot,
    /// since that is what a TAO on root earns.
    /// </summary>
    private Tao SetRootAside(Subnet subnet, AccountId[] hotkeys, I96F32[] dividends)
    {
        var total = Alpha.Zero;
        for (var i = 0; i < hotkeys.Length; i++)
        {
            if (dividends[i] == I96F32.Zero || state.Root.Stakes.PlaceOf(hotkeys[i]) is not { } place || state.Root.Stakes.PoolSpan[place] is not { IsEmpty: false } nominators) continue;
            var (own, rest) = DelegateTake.Split(dividends[i], state.AccountOf(hotkeys[i]).DelegateTakeU16);
            if (!own.IsZero) state.Deposit(hotkeys[i], subnet, hotkeys[i], own);
            if (!rest.IsZero) SetAside(subnet, place, rest, nominators.TotalShares);
            dividends[i] = I96F32.Zero; // what it comes to in TAO nobody has been paid yet
            total += own + rest;
        }
        subnet.Dust += subnet.PendingRootAlpha - total;
        subnet.PendingRootAlpha = Alpha.Zero;
        return subnet.LastRootDividends = new Tao((I96F32.FromInteger(total.Rao) * subnet.SpotPrice).Floor());
    }

    private void SetAside(Subnet subnet, int place, Alpha amount, ulong shares)
    {
        subnet.Claims.SetAside(place, amount, shares);
        state.HasClaims = true;
    }

    /// <summary>Balances what was set aside against what was paid: dust by the conserving rule, drift by the two that do not conserve.</summary>
    private Alpha Close(Subnet subnet, Alpha paid)
    {
        var pending = subnet.PendingEmission;
        subnet.PendingEmission = Alpha.Zero;
        subnet.PendingAlphaSwapped = Alpha.Zero;
        if (paid > pending) subnet.DriftCreated += paid - pending;
        else if (rules.Payout == DividendPayout.Conserving) subnet.Dust += pending - paid;
        else subnet.DriftLost += pending - paid;
        return paid < pending && rules.Payout == DividendPayout.Conserving ? pending - paid : Alpha.Zero;
    }

    private Alpha PayOwner(Subnet subnet)
    {
        var cut = subnet.PendingOwnerCut;
        subnet.PendingOwnerCut = Alpha.Zero;
        if (!cut.IsZero) state.Deposit(subnet.Owner, subnet, subnet.Owner, cut);
        return cut;
    }
}

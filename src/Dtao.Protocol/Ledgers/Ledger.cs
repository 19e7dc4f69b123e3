using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Emission;
using Dtao.Protocol.RootNetwork;
using Dtao.Protocol.Staking;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Ledgers;

/// <summary>
/// The chain's economy as a decider: <see cref="Decide"/> reads and says what becomes of a command, <see cref="Apply(Outcome)"/> writes it.
/// A block is opened (the chain's own step), takes any number of commands, and is closed, where every law is checked.
/// </summary>
public sealed partial class Ledger
{
    /// <summary>Every account and share pool is recounted this often, and at the end of a run.</summary>
    public const long AuditEveryBlocks = 360;

    private readonly StateHash hash = new();
    private readonly List<LedgerEvent> chainEvents = [];
    private StakingDecisions staking;
    private WeightDecisions weighing;
    private RegistrationDecisions registering;
    private SubnetDecisions subnets;
    private KinshipDecisions kinship;
    private OutsideDecisions outside;
    private RootDecisions root;
    private IBlockStep step;
    private RootNetworkView? rootView;
    private ImmutableArray<RulesSwitch> coming;
    private long asked;

    internal Ledger(LedgerState state, ProtocolRules rules)
    {
        State = state;
        coming = [.. rules.Switches.Where(next => next.At > state.Block)];
        Obey(rules.At(state.Block));
        Eras.Check(state, Rules);
        BeginVoting();
        Conservation.Check(state, rules);
        Conservation.Audit(state);
    }

    public LedgerState State { get; }

    /// <summary>The rules in force.</summary>
    public ProtocolRules Rules { get; private set; }

    /// <summary>Head of the chain of state hashes after the last closed block.</summary>
    public string HashHead => hash.Head;

    /// <summary>The market as anyone can read it off the chain, at the close of a block. Its quotes are made when somebody looks, which must be before the next block is opened.</summary>
    /// <param name="metagraphs">What an explorer shows beside it.</param>
    public MarketView View(ImmutableArray<Metagraph> metagraphs) =>
        new(State) { SubnetCost = subnets.CostAt(State.Block + 1), SubnetOpenFrom = subnets.OpenFrom, RootNetwork = RootNetworkNow(), Metagraphs = metagraphs };

    /// <inheritdoc cref="View(ImmutableArray{Metagraph})"/>
    public MarketView View() => View([]);

    /// <summary>Runs the chain's own step of <paramref name="block"/> and returns what it did; the list is reused by the next block.</summary>
    public IReadOnlyList<LedgerEvent> OpenBlock(Block block)
    {
        State.Block = block;
        chainEvents.Clear();
        while (coming is [var next, ..] && next.At <= block) Switch(next);
        step.Run(chainEvents);
        if (Rules.Voting is { } voting && RootVoting.IsDue(voting, block)) rootView = null;
        return chainEvents;
    }

    /// <summary>What would become of <paramref name="command"/> now. Writes nothing.</summary>
    public Outcome Decide(LedgerCommand command) => command switch
    {
        Stake stake => staking.Decide(stake),
        Unstake unstake => staking.Decide(unstake),
        Move move => staking.Decide(move),
        SetWeights weights => weighing.Decide(weights),
        RegisterNeuron neuron => registering.Decide(neuron),
        RegisterSubnet subnet => subnets.Decide(subnet),
        StartSubnet start => subnets.Decide(start),
        SetRootClaim claim => new RootClaimSet(claim.Account, claim.Keep),
        OfferSubnet offer => subnets.Decide(offer),
        BuySubnet purchase => subnets.Decide(purchase),
        SetChildren children => kinship.Decide(children),
        SetChildTake take => kinship.Decide(take),
        Deposit deposit => outside.Decide(deposit),
        Withdraw withdraw => outside.Decide(withdraw),
        ReportUsefulness report => outside.Decide(report),
        TakeRootSeat seat => root.Decide(seat),
        SetRootWeights vote => root.Decide(vote),
        _ => throw new UnreachableException($"No rule for {command}."),
    };

    /// <summary>Decides and applies: the one end of a command.</summary>
    public Outcome Settle(LedgerCommand command)
    {
        asked++;
        var outcome = Decide(command);
        Apply(outcome);
        hash.AddOutcome(outcome);
        State.Settled++;
        return outcome;
    }

    /// <summary>Writes an outcome into the state.</summary>
    public void Apply(Outcome outcome)
    {
        switch (outcome)
        {
            case Staked staked: Apply(staked); break;
            case Unstaked unstaked: Apply(unstaked); break;
            case Redelegated redelegated: Apply(redelegated); break;
            case Moved moved:
                Apply(moved.Out);
                if (moved.In is { } leg) Apply(leg);
                break;
            case WeightsSet set: Apply(set); break;
            case NeuronRegistered registered: Apply(registered); break;
            case SubnetRegistered registered: Apply(registered); break;
            case SubnetStarted started: State[started.Netuid].StartedAt = State.Block; break;
            case RootClaimSet set: State.AccountOf(set.Account).KeepsRootAlpha = set.Keep; break;
            case SubnetOffered offered: State[offered.Netuid].Ask = offered.Ask; break;
            case SubnetSold sold: Apply(sold); break;
            case ChildrenScheduled named: State[named.Netuid].Kinship.Schedule(new PendingChildren(named.Account, [.. named.Children], named.After), State.Block); break;
            case ChildTakeSet take: State[take.Netuid].Kinship.SetTake(take.Account, take.TakeU16, State.Block); break;
            case Deposited deposited: Transfer(State.Elsewhere!.Value, deposited.Account, deposited.Amount); break;
            case Withdrawn withdrawn: Transfer(withdrawn.Account, State.Elsewhere!.Value, withdrawn.Amount); break;
            case UsefulnessReported reported: State[reported.Netuid].Usefulness = reported.ADay; break;
            case RootSeatTaken taken: Apply(taken); break;
            case RootWeightsSet set: Apply(set); break;
            case Refused: break;
            default: throw new UnreachableException($"No rule for {outcome}.");
        }
    }

    /// <summary>Checks every law and lengthens the hash chain. Where an audit is due it comes first, so that it may be the one to tell of a breach.</summary>
    /// <exception cref="InvariantBroken">A law does not hold.</exception>
    public void CloseBlock()
    {
        if (asked != State.Settled) throw new InvariantBroken(FormattableString.Invariant($"{asked} commands came in and {State.Settled} had an end."));
        if (State.Block.Height % AuditEveryBlocks == 0) Audit();
        BlockClose.Run(State, Rules, hash);
    }

    /// <summary>Recounts every leaf of the state into the conservation check and the hash chain.</summary>
    /// <exception cref="InvariantBroken">A law does not hold.</exception>
    public void Audit()
    {
        Conservation.Audit(State, SharesHeld.By(State, hash));
        hash.AddNeurons(State);
    }

    private void Switch(RulesSwitch next)
    {
        coming = coming.RemoveAt(0);
        if (next.Rules.Subnets.LastLockRao != Rules.Subnets.LastLockRao) State.LastSubnet = next.Rules.Subnets.LastLockBefore(State.Block);
        if (step is RootVoteStep old && next.Rules.Mechanism == Mechanism.Dynamic)
        {
            old.Close(chainEvents);
            DynamicGenesis.CarryOut(State, next.Rules);
        }
        Obey(next.Rules);
        Eras.Check(State, Rules);
        BeginVoting();
        chainEvents.Add(new RulesSwitched(next.Name));
    }

    /// <summary>From here on everything is decided by <paramref name="rules"/>; the state stays what it is.</summary>
    [MemberNotNull(nameof(Rules), nameof(staking), nameof(weighing), nameof(registering), nameof(subnets), nameof(kinship), nameof(outside), nameof(root), nameof(step))]
    private void Obey(ProtocolRules rules)
    {
        var lastEmission = step?.LastEmissionRao ?? 0;
        Rules = rules;
        staking = new StakingDecisions(State, rules);
        weighing = new WeightDecisions(State, rules);
        registering = new RegistrationDecisions(State, rules);
        subnets = new SubnetDecisions(State, rules);
        kinship = new KinshipDecisions(State, rules);
        outside = new OutsideDecisions(State);
        foreach (var subnet in State.SubnetSpan)
            if (subnet.IsDynamic)
                subnet.Curve = rules.PoolCurve;
        root = new RootDecisions(State, rules);
        var epochs = new EpochDrain(State, rules, new YumaConsensus());
        step = rules.Mechanism == Mechanism.RootVote ? new RootVoteStep(State, rules, epochs) : new BlockStep(State, rules, epochs);
        step.LastEmissionRao = lastEmission;
    }

    private void BeginVoting()
    {
        if (Rules.Voting is { } voting) new RootVoting(State, voting).Begin(new BlockEmission(Rules.TotalSupplyRao, Rules.BlockEmissionRao).For(State.Issued.Rao));
    }

    /// <summary>Made anew only where a vote, a seat or root's epoch has changed it.</summary>
    private RootNetworkView? RootNetworkNow() => Rules.Voting is { } voting ? rootView ??= RootNetworkView.Of(State, voting) : null;
}

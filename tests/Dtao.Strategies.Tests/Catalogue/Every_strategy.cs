using System.Collections.Immutable;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;
using Dtao.Strategies.Speculators;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Strategies.Tests.Catalogue;

public class Every_strategy
{
    private const int Looks = 6;

    public static TheoryData<string> Names => [.. Configured.Catalogue.Entries.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void orders_only_what_it_can_pay_whatever_the_market_and_its_knobs(string name) =>
        Check.QuickThrowOnFailure(Prop.ForAll((ulong seed) =>
        {
            var strategy = WithAnyKnobs(name, seed);
            foreach (var (sight, intent) in Run(strategy, seed)) CheckPaid(sight, intent.Commands);
        }));

    [Theory]
    [MemberData(nameof(Names))]
    public void answers_with_finite_numbers_and_says_when_it_wakes(string name) =>
        Check.QuickThrowOnFailure(Prop.ForAll((ulong seed) =>
        {
            var standing = ImmutableArray<WakeCondition>.Empty;
            foreach (var (sight, intent) in Run(WithAnyKnobs(name, seed), seed))
            {
                intent.Posts.ShouldAllBe(post => double.IsFinite(post.Value));
                intent.Conditions.ShouldAllBe(condition => double.IsFinite(condition.Price) && condition.Price >= 0);
                intent.Conditions.Where(c => c.Kind == WakeKind.At).ShouldAllBe(condition => condition.Blocks > sight.Now.Height);
                if (!intent.Conditions.IsEmpty) standing = intent.Conditions; // an answer that names none leaves those before it standing
                if (name != "passive") standing.ShouldContain(condition => condition.Kind != WakeKind.OnPost && (condition.Kind != WakeKind.At || condition.Blocks > sight.Now.Height));
            }
        }));

    [Theory]
    [MemberData(nameof(Names))]
    public void answers_alike_to_the_same_dice(string name) =>
        Check.QuickThrowOnFailure(Prop.ForAll((ulong seed) =>
            Run(WithAnyKnobs(name, seed), seed).Select(Spelled).SequenceEqual(Run(WithAnyKnobs(name, seed), seed).Select(Spelled))));

    [Theory]
    [MemberData(nameof(Names))]
    public void that_trades_keeps_its_orders_within_the_shares_of_purse_and_pool(string name) =>
        Check.QuickThrowOnFailure(Prop.ForAll((ulong seed) =>
        {
            if (WithAnyKnobs(name, seed) is not Trader trader) return;
            foreach (var (sight, intent) in Run(trader, seed))
                foreach (var command in intent.Commands)
                    CheckBounds(trader, sight, command);
        }));

    [Theory]
    [MemberData(nameof(Names))]
    public void has_a_documented_default_for_each_knob_and_no_other(string name)
    {
        var entry = Configured.Catalogue.Find(name)!;
        Configured.Strategy(entry).ShouldBeOfType(entry.Type);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void has_knobs_that_say_what_they_do_and_where_they_end(string name)
    {
        foreach (var knob in Configured.Catalogue.Find(name)!.Knobs)
        {
            knob.About.Meaning.Length.ShouldBeGreaterThan(10);
            double.IsFinite(knob.About.AtLeast).ShouldBeTrue($"{name}.{knob.Key} has no lower end");
            double.IsFinite(knob.About.AtMost).ShouldBeTrue($"{name}.{knob.Key} has no upper end");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void survives_a_market_without_subnets(string name)
    {
        var strategy = Configured.Strategy(Configured.Catalogue.Find(name)!);
        strategy.Decide(Some.Sight(1000, [], free: 100, onRoot: 100), Some.Dice());
        strategy.Decide(Some.Sight(2000, [], free: 100), Some.Dice()).Commands.OfType<Unstake>().ShouldBeEmpty();
    }

    private static IStrategy WithAnyKnobs(string name, ulong seed)
    {
        var entry = Configured.Catalogue.Find(name)!;
        var dice = Dice.For(seed, 0, 0, Purpose.Census);
        return entry.Create([.. entry.Knobs.Select(knob => dice.Below(4) switch
        {
            0 => knob.About.AtLeast,
            1 => knob.About.AtMost,
            _ => knob.About.AtLeast + (knob.About.AtMost - knob.About.AtLeast) * Reproducible.Pow(dice.Uniform(), 8),
        })]);
    }

    private static IEnumerable<(Sight Sight, Intent Intent)> Run(IStrategy strategy, ulong seed)
    {
        for (var look = 1; look <= Looks; look++)
        {
            var sight = AnyMarket.Sight(seed, 1000 * look);
            yield return (sight, strategy.Decide(sight, Dice.For(seed, 1, look, Purpose.Decide)));
        }
    }

    private static string Spelled((Sight, Intent Intent) look) =>
        string.Join(';', [.. look.Intent.Commands.Select(c => c.ToString()), .. look.Intent.Posts.Select(p => p.ToString()), .. look.Intent.Conditions.Select(w => w.ToString())]);

    /// <summary>Counts like the ledger: in order, with what a sale brings left out and the fee of drawing on root taken off.</summary>
    private static void CheckPaid(Sight sight, IEnumerable<LedgerCommand> commands)
    {
        var free = sight.Own.Free;
        var left = sight.Own.Holdings.ToDictionary(h => (h.Netuid, h.Hotkey), h => h.Amount);
        foreach (var command in commands)
        {
            command.Account.ShouldBe(Some.Self);
            switch (command)
            {
                case Stake stake:
                    HasPool(sight, stake.Netuid).ShouldBeTrue();
                    stake.Amount.IsZero.ShouldBeFalse();
                    free -= stake.Amount; // throws below zero
                    break;
                case Unstake unstake:
                    unstake.Amount.IsZero.ShouldBeFalse();
                    left[(unstake.Netuid, unstake.Hotkey)] -= unstake.Amount;
                    if (unstake.Netuid.IsRoot) free += new Tao(unstake.Amount.Rao - 50_000);
                    break;
                case RegisterNeuron place:
                    free -= sight.Market.Find(place.Netuid)!.Value.RegistrationCost;
                    break;
                case Deposit deposit:
                    deposit.Amount.IsZero.ShouldBeFalse();
                    free += deposit.Amount;
                    break;
                case Withdraw withdrawal:
                    withdrawal.Amount.IsZero.ShouldBeFalse();
                    free -= withdrawal.Amount;
                    break;
                case SetRootWeights vote:
                    sight.Market.RootNetwork!.SeatOf(Some.Self).ShouldNotBeNull();
                    vote.Weights.ShouldAllBe(weight => weight.Value > 0 && (weight.Netuid.IsRoot || sight.Market.Find(weight.Netuid) != null));
                    vote.Weights.Select(weight => weight.Netuid).ShouldBeUnique();
                    break;
                case TakeRootSeat:
                    sight.Market.RootNetwork!.SeatOf(Some.Self).ShouldBeNull();
                    break;
                case Move move:
                    HasPool(sight, move.Destination).ShouldBeTrue();
                    move.Amount.IsZero.ShouldBeFalse();
                    left[(move.Origin, move.OriginHotkey)] -= move.Amount;
                    break;
            }
        }
    }

    private static bool HasPool(Sight sight, NetUid netuid) => netuid.IsRoot || !sight.Market.Find(netuid)!.Value.IsWithoutPool;

    private static void CheckBounds(Trader trader, Sight sight, LedgerCommand command)
    {
        const double Rounding = 1 + 1e-6, Rao = 1e-6;
        switch (command)
        {
            case Stake { Netuid.IsRoot: false } stake:
                var purse = sight.Cash + trader.FromRoot * sight.OnRoot;
                var pool = sight.Market.Find(stake.Netuid)!.Value.TaoReserve.Tokens;
                var most = Math.Min(trader.CashShare * purse, trader.PoolShare * pool);
                stake.Amount.Tokens.ShouldBeLessThanOrEqualTo(Math.Max(trader.LeastOrder, most) * Rounding + Rao);
                break;
            case Unstake { Netuid.IsRoot: false } unstake when trader is not (StopAndTake or Sniper) && !IsFlight(trader, sight, unstake):
                var quote = sight.Market.Find(unstake.Netuid)!.Value;
                var mostAlpha = Math.Max(trader.LeastOrder / quote.Price, trader.PoolShare * quote.AlphaReserve.Tokens);
                unstake.Amount.Tokens.ShouldBeLessThanOrEqualTo(mostAlpha * Rounding + Rao);
                break;
            case Unstake { Netuid.IsRoot: true } draw:
                draw.Amount.Tokens.ShouldBeLessThanOrEqualTo(trader.FromRoot * sight.OnRoot * Rounding + Rao);
                break;
        }
    }

    /// <summary>Who fears a fall by others' sales beyond its slippage does not sell in steps: it leaves with all it has there, at any price.</summary>
    private static bool IsFlight(Trader trader, Sight sight, Unstake sale) =>
        trader is Believer && sale.Limit is null && sale.Amount == sight.Own.Holdings.Where(holding => holding.Netuid == sale.Netuid).Max(holding => holding.Amount);
}

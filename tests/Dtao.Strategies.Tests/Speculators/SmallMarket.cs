using Dtao.Fixtures;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Markets;
using Dtao.Protocol.Units;
using Dtao.Strategies.Acting;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Tests.Speculators;

/// <summary>A few agents on the real ledger, for closed-loop tests: everyone who is due sees the same closed block, and all hear all posts.</summary>
internal sealed class SmallMarket
{
    private readonly Genesis genesis = new(new Block(1000), Launch.Rules);
    private readonly List<Agent> agents = [];
    private readonly AccountId validator;
    private readonly int subnets;

    public SmallMarket(int subnets = 4)
    {
        this.subnets = subnets;
        validator = genesis.Open(Tao.Zero);
        genesis.Stake(validator, NetUid.Root, validator, Alpha.Of(100_000));
        for (var netuid = 1; netuid <= subnets; netuid++)
        {
            genesis.Open(Some.Subnet(netuid), validator, new Pool(Tao.Of(1000), Alpha.Of(1000 * subnets)), I96F32.FromRatio(1, (ulong)subnets));
            genesis.Register(Some.Subnet(netuid), validator);
        }
    }

    public SmallMarket With(int count, Func<IStrategy> strategy, decimal tao = 200, decimal alphaOnFirst = 0)
    {
        for (var i = 0; i < count; i++)
        {
            var account = genesis.Open(Tao.Of(tao));
            genesis.Stake(account, Some.Subnet(1), validator, Alpha.Of(alphaOnFirst));
            agents.Add(new Agent(account, strategy(), 1001 + 17 * i % 1700));
        }
        return this;
    }

    /// <summary>By hour: the price of each subnet.</summary>
    /// <param name="isHeard">Whether posts reach anyone.</param>
    public List<double[]> Run(int days, ulong seed = 1, bool isHeard = true)
    {
        var ledger = genesis.Build();
        var (prices, market) = (new List<double[]>(), MarketView.Of(ledger.State));
        for (var block = new Block(1001); block.Height <= 1000 + days * Block.PerDay; block += 1)
        {
            var due = agents.Where(agent => agent.Due <= block.Height).Select(agent => (agent, Intent: agent.Decide(market, ledger.State, block, seed, validator))).ToArray();
            ledger.OpenBlock(block);
            foreach (var (agent, intent) in due)
            {
                foreach (var command in intent.Commands) agent.Hear(ledger.Settle(command));
                if (isHeard) foreach (var other in agents.Where(other => other != agent)) other.Listen(block, intent.Posts);
            }
            ledger.CloseBlock();
            if (due.Length > 0 || block.Height % Block.PerHour == 0) market = MarketView.Of(ledger.State);
            if (block.Height % Block.PerHour == 0) prices.Add([.. market.Quotes.Select(quote => quote.Price)]);
        }
        prices.ShouldAllBe(row => row.Length == subnets && row.All(price => price > 0));
        return prices;
    }

    private sealed class Agent(AccountId account, IStrategy strategy, long firstWake)
    {
        private readonly List<Heard> heard = [];

        public long Due { get; private set; } = firstWake;

        public Intent Decide(MarketView market, LedgerState state, Block block, ulong seed, AccountId validator)
        {
            var sight = new Sight(block, market, Statement.Of(state, account), new Feed([.. heard.TakeLast(64)]), validator);
            heard.Clear();
            var intent = strategy.Decide(sight, Dice.For(seed, (ulong)account.Index, block.Height, Purpose.Decide));
            Due = intent.Conditions.Where(c => c.Kind == WakeKind.At).Select(c => c.Blocks).DefaultIfEmpty(long.MaxValue).Min();
            return intent;
        }

        public void Hear(Outcome outcome)
        {
            if (strategy is IHearsFills listener) listener.Hear(outcome);
        }

        public void Listen(Block block, IEnumerable<Post> posts) => heard.AddRange(posts.Select(post => new Heard(block, post.Netuid, post.Topic, post.Value)));
    }
}

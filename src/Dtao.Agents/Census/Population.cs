using Dtao.Agents.Configuration;
using Dtao.Agents.Running;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Strategies.Catalogue;
using Dtao.Strategies.Numerics;

namespace Dtao.Agents.Census;

/// <summary>
/// Everybody who takes part: the agents of all cohorts, with what they were born with, and the passive accounts that hold what no agent does.
/// </summary>
public sealed class Population
{
    private readonly Accounts accounts;
    private readonly List<Seat> seats = [];

    public Population(RunConfig config, ulong seed, Genesis genesis)
        : this(config, seed, new NewAccounts(genesis, config.Genesis.Root.Shares))
    {
    }

    public Population(RunConfig config, ulong seed, Accounts accounts)
    {
        this.accounts = accounts;
        var born = config.Cohorts.SelectMany(cohort => Enumerable.Range(0, CountOf(cohort, seed)).Select(i => Born(cohort, new AgentId(cohort.Name, i), seed))).ToArray();
        Validators = accounts.Roll([.. AccountsOf(born, Role.Foundation), .. AccountsOf(born, Role.Validator)]);
        foreach (var person in born) seats.Add(SeatOf(person, seed));
        Free = [.. born.Select(person => person.Free)];
        OnRoot = [.. born.Select(person => person.OnRoot)];
    }

    /// <summary>By seat number.</summary>
    public IReadOnlyList<Seat> Seats => seats;

    public ValidatorRoll Validators { get; }

    /// <summary>Free TAO of each seat.</summary>
    public IReadOnlyList<Tao> Free { get; }

    /// <summary>What each seat has staked on root with its delegate.</summary>
    public IReadOnlyList<Tao> OnRoot { get; }

    public IEnumerable<Seat> Of(Role role) => seats.Where(seat => seat.Role == role);

    private static IEnumerable<AccountId> AccountsOf(IEnumerable<Person> people, Role role) =>
        people.Where(person => person.Cohort.Strategy.About.Role == role).Select(person => person.Account);

    /// <summary>How many agents of a role there will be.</summary>
    public static int CountOf(Role role, RunConfig config, ulong seed) =>
        config.Cohorts.Where(cohort => cohort.Strategy.About.Role == role).Sum(cohort => CountOf(cohort, seed));

    /// <summary>How many agents a cohort will have.</summary>
    public static int CountOf(CohortSection cohort, ulong seed)
    {
        var drawn = Draws.From(cohort.Count, seed, StableHash.Of(cohort.Name), "count");
        return (int)Math.Clamp(Math.Round(drawn), 0, RunConfigReader.MostAgents);
    }

    private Person Born(CohortSection cohort, AgentId id, ulong seed)
    {
        double Drawn(Hocon.DrawSpec spec, string what) => Draws.From(spec, seed, id.Key, what);
        var wealth = Math.Clamp(Drawn(cohort.Wealth, "wealth"), 0, CohortReader.MostWealth);
        var onRoot = wealth * Math.Clamp(Drawn(cohort.OnRoot, "on-root"), 0, 1);
        var knobs = cohort.Strategy.Knobs.Select((knob, i) => Math.Clamp(Drawn(cohort.Knobs[i], knob.Key), knob.About.AtLeast, knob.About.AtMost));
        return new Person(
            id,
            cohort,
            accounts.Next(cohort.Strategy.About.Role, Rao(wealth - onRoot)),
            Rao(wealth - onRoot),
            Rao(onRoot),
            Math.Max(1, (long)Drawn(cohort.FirstWake, "first-wake")),
            cohort.Strategy.Create([.. knobs]));
    }

    private Seat SeatOf(Person person, ulong seed)
    {
        var own = person.Cohort.Strategy.About.Role is Role.Validator or Role.Foundation;
        var by = own ? person.Account : Validators.Drawn(Dice.For(seed, person.Id.Key, 0, StableHash.Combine(Purpose.Census, Purpose.Named("delegate"))));
        return new Seat(seats.Count, person.Id, person.Cohort.Strategy.About.Role, person.Cohort.Strategy.Name, person.Strategy, person.Account, by, person.FirstWake) { Kind = person.Cohort.Kind };
    }

    private static Tao Rao(double tao) => new((ulong)(tao * Tao.RaoPerTao));
}

/// <summary>An agent before it has a delegate.</summary>
internal sealed record Person(AgentId Id, CohortSection Cohort, AccountId Account, Tao Free, Tao OnRoot, long FirstWake, IStrategy Strategy);

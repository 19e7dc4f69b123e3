using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Ledgers;

public sealed class Moving : LedgerSpec
{
    [Fact]
    public void goes_from_alpha_to_TAO_to_alpha_and_pays_a_fee_on_each_leg()
    {
        var moved = Assert.IsType<Moved>(When(new Move(Bob, Apex, Validator, Targon, Validator, Alpha.Of(50))));
        Assert.Equal(moved.Out.Received, moved.In!.Paid);
        Assert.Equal((new Tao(50_000), new Tao(50_000)), (moved.Out.Fee, moved.In.Fee));
        Assert.Equal(Alpha.Zero, State.StakeOf(Bob, Apex, Validator));
        Assert.Equal(moved.In.Received, State.StakeOf(Bob, Targon, Validator));
        Assert.Equal(Tao.Of(100), State.AccountOf(Bob).Free);
    }

    [Fact]
    public void below_its_limit_is_refused() =>
        IsRefused(When(new Move(Bob, Apex, Validator, Targon, Validator, Alpha.Of(50), new PriceLimit(249_000_000, AllowPartial: false))), Refusal.SlippageTooHigh);

    [Fact]
    public void within_a_subnet_changes_the_hotkey_without_a_swap()
    {
        var pool = State[Apex].Pool;
        Assert.IsType<Redelegated>(When(new Move(Bob, Apex, Validator, Apex, Alice, Alpha.Of(20))));
        Assert.Equal(pool, State[Apex].Pool);
        Assert.Equal(Alpha.Of(30), State.StakeOf(Bob, Apex, Validator));
        Assert.Equal(Alpha.Of(20), State.StakeOf(Bob, Apex, Alice));
    }

    [Fact] // 0.0019 alpha at ¼ are less than 0.0005 TAO
    public void within_a_subnet_needs_as_much_as_between_two() =>
        IsRefused(When(new Move(Bob, Apex, Validator, Apex, Alice, Alpha.Of(0.0019m))), Refusal.AmountTooLow);

    [Fact]
    public void more_than_is_staked_is_refused() =>
        IsRefused(When(new Move(Bob, Apex, Validator, Targon, Validator, Alpha.Of(51))), Refusal.InsufficientAlpha);
}

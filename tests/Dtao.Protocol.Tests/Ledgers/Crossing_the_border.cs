using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;

namespace Dtao.Protocol.Tests.Ledgers;

public sealed class Crossing_the_border : LedgerSpec
{
    public Crossing_the_border() => Start(Some.Rules, elsewhere: 1000);

    [Fact]
    public void brings_in_tao_that_others_held_outside_and_makes_none()
    {
        var issued = State.Issued;
        Assert.Equal(new Deposited(Alice, Tao.Of(30)), When(new Deposit(Alice, Tao.Of(30))));
        Assert.Equal((Tao.Of(130), Tao.Of(970), issued), (State.AccountOf(Alice).Free, State.AccountOf(Elsewhere).Free, State.Issued));
    }

    [Fact]
    public void takes_out_what_is_paid_for_outside()
    {
        Assert.Equal(new Withdrawn(Alice, Tao.Of(40)), When(new Withdraw(Alice, Tao.Of(40))));
        Assert.Equal((Tao.Of(60), Tao.Of(1040)), (State.AccountOf(Alice).Free, State.AccountOf(Elsewhere).Free));
    }

    [Fact]
    public void with_more_than_there_is_is_refused()
    {
        IsRefused(When(new Deposit(Alice, Tao.Of(1001))), Refusal.NothingElsewhere);
        IsRefused(When(new Withdraw(Alice, Tao.Of(101))), Refusal.InsufficientTao);
    }

    [Fact]
    public void with_nothing_is_refused()
    {
        IsRefused(When(new Deposit(Alice, Tao.Zero)), Refusal.AmountTooLow);
        IsRefused(When(new Withdraw(Alice, Tao.Zero)), Refusal.AmountTooLow);
    }

    [Fact]
    public void is_for_the_oracle_alone_where_it_is_about_the_use_of_a_subnet()
    {
        Assert.Equal(new UsefulnessReported(Validator, Apex, Tao.Of(7)), When(new ReportUsefulness(Validator, Apex, Tao.Of(7))));
        Assert.Equal(Tao.Of(7), Ledger.View().Find(Apex)!.Value.Usefulness);
        IsRefused(When(new ReportUsefulness(Alice, Apex, Tao.Of(9))), Refusal.NotOracle);
        IsRefused(When(new ReportUsefulness(Validator, Nowhere, Tao.Of(9))), Refusal.UnknownSubnet);
    }
}

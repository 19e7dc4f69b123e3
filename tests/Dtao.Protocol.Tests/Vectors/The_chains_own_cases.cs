using System.Text.Json;

namespace Dtao.Protocol.Tests.Vectors;

/// <summary>
/// Every case of <see cref="VectorFolder"/>, read by the form of its inputs alone. More cases of the same forms can be run by naming another folder in
/// <c>DTAO_VECTORS</c>. A form that nobody here can read fails.
/// </summary>
public sealed class The_chains_own_cases
{
    private static readonly string[] ForInformation = ["ideal_real", "shortfall", "days_at_2_per_block"];

    private static readonly Dictionary<string, Func<VectorCase, Dictionary<string, object?>>> Areas = new(StringComparer.Ordinal)
    {
        ["01_block_emission"] = BlockEmissionVectors.Reproduce,
        ["02_epoch_timing"] = EpochTimingVectors.Reproduce,
        ["03_cpmm_swap_launch"] = SwapVectors.Reproduce,
        ["04_limit_orders_launch"] = LimitOrderVectors.Reproduce,
        ["05_price_ema"] = MovingPriceVectors.Reproduce,
        ["06_emission_injection_launch"] = InjectionVectors.Reproduce,
        ["07_emission_newest_and_flow"] = SharesVectors.Reproduce,
        ["08_root_proportion"] = RootProportionVectors.Reproduce,
        ["09_epoch_yuma2"] = YumaVectors.Reproduce,
        ["10_epoch_yuma3"] = ProportionVectors.Reproduce,
        ["11_math_primitives"] = ConsensusMathVectors.Reproduce,
        ["12_dividends"] = DividendVectors.Reproduce,
        ["13_balancer_swap_newest"] = BalancerVectors.Reproduce,
        ["14_registration_and_deregistration"] = RegistrationVectors.Reproduce,
        ["15_root_network_pre_dtao"] = RootNetworkVectors.Reproduce,
    };

    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var vector in VectorFolder.Cases) data.Add(vector.Area, vector.Id);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void are_reproduced(string area, string id)
    {
        var vector = VectorFolder.Cases.Single(v => v.Area == area && v.Id == id);
        if (!Areas.TryGetValue(area, out var reproduce)) throw new UnreadableVector($"No reader for area {area}.");
        var found = reproduce(vector);
        foreach (var expected in vector.Expected.EnumerateObject().Where(e => !ForInformation.Contains(e.Name))) Compare(vector, expected, found);
    }

    [Fact]
    public void are_there() => Assert.NotEmpty(VectorFolder.Cases);

    private static void Compare(VectorCase vector, JsonProperty expected, Dictionary<string, object?> found)
    {
        if (!found.TryGetValue(expected.Name, out var actual)) throw new UnreadableVector($"{vector.Id} expects {expected.Name}, which no reader works out.");
        vector.Tolerance.Compare(expected.Name, expected.Value, actual);
    }
}

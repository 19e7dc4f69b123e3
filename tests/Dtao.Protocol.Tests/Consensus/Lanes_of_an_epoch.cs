using System.Runtime.Intrinsics;
using Dtao.Protocol.Consensus;
using Dtao.Protocol.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Dtao.Protocol.Tests.Consensus;

/// <summary>What an epoch does four columns at a time is what it would do number by number.</summary>
public sealed class Lanes_of_an_epoch
{
    [Fact]
    public void divide_parts_like_a_division() => For<uint, uint>((part, divisor) =>
    {
        var by = new I32F32(Math.Max(2, (long)divisor));
        var dividend = new I32F32(part % (by.Raw + 1));
        return Quotient(dividend, by) == (long)(((UInt128)dividend.Raw << 32) / (UInt128)by.Raw);
    });

    [Theory]
    [InlineData(1L << 32)]
    [InlineData((1L << 32) - 1)]
    [InlineData((1L << 31) + 1)]
    [InlineData(1L << 31)]
    [InlineData(65_537L)]
    [InlineData(3L)]
    [InlineData(2L)]
    public void divide_parts_at_the_edges(long divisor)
    {
        foreach (var part in new[] { 0, 1, divisor / 3, divisor / 2, divisor - 1, divisor })
            Assert.Equal((long)(((UInt128)part << 32) / (UInt128)divisor), Quotient(new I32F32(part), new I32F32(divisor)));
    }

    [Fact]
    public void say_what_they_cannot_divide_by()
    {
        Assert.False(PartDivisors.Can(Vector256.Create(1L)));
        Assert.False(PartDivisors.Can(Vector256.Create(0L, 0, 0, (1L << 32) + 1)));
        Assert.True(PartDivisors.Can(Vector256.Create(0L, 2, 3, 1L << 32)));
        Assert.False(HeldDivisors.Can(Vector256.Create(0L, 2, 3, 1)));
    }

    [Fact]
    public void divide_what_is_held_by_its_sum() => For<ushort, int>((held, rest) =>
    {
        var sum = Math.Max(2, held + ((long)rest & 0xFFFFFF));
        return HeldDivisors.Of(Vector256.Create(0, sum, 2, 65_535)).In<OneRow>().Divide(new OneRow(Vector256.Create(0L, held, 1, held))).Four == Vector256.Create(0, ((long)held << 32) / sum, 1L << 31, ((long)held << 32) / 65_535);
    });

    [Fact]
    public void put_four_bonds_in_a_word_and_take_them_out() => For<ulong, bool>((word, _) =>
        Lanes.Narrowed(Lanes.Widened(word)) == word && Lanes.Widened(word)[2] == (long)(word >> 32 & 0xFFFF));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void move_bonds_as_each_by_itself(bool inPairs) => For<int, int>((seed, size) =>
    {
        if (inPairs && !TwoRows.AreSupported) return true;
        var deal = SomeDeal(new Random(seed), 1 + Math.Abs(size % 20), 1 + Math.Abs(size / 20 % 15));
        var (rows, bonds) = (deal.Held.Rows, new Bonds(inPairs));
        var used = SomeDeal(new Random(seed + 1), rows, deal.Held.Columns).Held; // whatever is there is written over
        var (table, each, earned) = (bonds.Move(deal, used), BondTable.Empty(rows, deal.Held.Columns), new Vector256<long>[rows]);
        for (var block = 0; block < each.Sums.Length; block++) new BondEach(deal, earned, each).Move(block);
        return Enumerable.Range(0, rows).All(row => table.LinksOf(row).SequenceEqual(each.LinksOf(row)) && Vector256.Sum(bonds.Earned[row]) == Vector256.Sum(earned[row]))
            && table.Sums.SequenceEqual(each.Sums);
    });

    [Fact]
    public void list_bonds_by_uid_whether_four_are_listed_or_fewer() => For<ulong, ulong>((first, second) =>
    {
        var (table, expected) = (BondTable.Empty(1, 8), new List<Link>());
        (table[0][0], table[1][0]) = (first, second);
        (table.Listed(0)[0], table.Listed(1)[0]) = (0b1111, (byte)(second % 16));
        for (ushort uid = 0; uid < 8; uid++)
            if ((table.Listed(uid / 4)[0] >> uid % 4 & 1) != 0)
                expected.Add(new Link(uid, (ushort)table.At(0, uid).Raw));
        return table.LinksOf(0).SequenceEqual(expected);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void rank_as_each_by_itself(bool inPairs) => For<int, int>((seed, size) =>
    {
        if (inPairs && !TwoRows.AreSupported) return true;
        var deal = SomeDeal(new Random(seed), 1 + Math.Abs(size % 20), 1 + Math.Abs(size / 20 % 15));
        var ranking = Ranking.Of(deal.Weights, deal.Stake, deal.Consensus, new EpochLists(deal.Weights.Columns), inPairs);
        return Enumerable.Range(0, deal.Weights.Columns).All(column => ranking.Preranks[column] == Sum(deal, row => deal.Stake[row] * deal.Weights.At(row, column))
                && ranking.Ranks[column] == Sum(deal, row => deal.Stake[row] * Clipped(deal, row, column)))
            && Enumerable.Range(0, deal.Weights.Rows).All(row => Vector256.Sum(ranking.RowSums[row]) == Enumerable.Range(0, deal.Weights.Columns).Sum(column => Clipped(deal, row, column).Raw));
    });

    private static I32F32 Clipped(BondDeal deal, int row, int column) => I32F32.Min(deal.Weights.At(row, column), deal.Consensus[column]);

    private static I32F32 Sum(BondDeal deal, Func<int, I32F32> ofRow) => Enumerable.Range(0, deal.Weights.Rows).Aggregate(I32F32.Zero, (sum, row) => sum + ofRow(row));

    private static BondDeal SomeDeal(Random random, int rows, int columns)
    {
        var (weights, held) = (new ColumnBlocks(), BondTable.Empty(rows, columns));
        weights.Clear(rows, columns);
        for (var row = 0; row < rows; row++) weights.Write(row, SomeShares(random, columns, Lanes.Padded(columns)));
        weights.LookOver();
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                if (random.Next(3) > 0)
                    held.Set(row, column, (ushort)(random.Next(5) == 0 ? random.Next(4) : random.Next(65_536)));
        held.AddUp();
        var (stake, consensus) = (SomeShares(random, rows, rows), SomeShares(random, columns, columns));
        var ranking = Ranking.Of(weights, new RowStakes([.. Enumerable.Range(0, rows)], stake), consensus, new EpochLists(columns), TwoRows.AreSupported);
        var newShare = I32F32.FromRatio((uint)random.Next(5), 4);
        return new BondDeal
        {
            Weights = weights,
            Held = held,
            Stake = new RowStakes([.. Enumerable.Range(0, rows)], stake),
            Consensus = consensus,
            Incentive = SomeShares(random, columns, columns),
            Sums = (ranking.Preranks, ranking.Ranks),
            Penalty = I32F32.FromU16((ushort)(random.Next(3) * 32_767.5)),
            NewShares = [.. Enumerable.Repeat(newShare, columns)],
            Keeps = [.. Enumerable.Range(0, Lanes.PaddedRows(rows)).Select(row => random.Next(4) == 0 || row == rows ? Vector256<long>.Zero : Vector256<long>.AllBitsSet)],
        };
    }

    /// <summary>Many and small, or one that has all.</summary>
    private static I32F32[] SomeShares(Random random, int count, int length)
    {
        var shares = new I32F32[length];
        for (var i = 0; i < count; i++)
            if (random.Next(3) > 0)
                shares[i] = new(random.NextInt64(1L << random.Next(1, 30)));
        if (random.Next(4) == 0) shares[random.Next(count)] = new(1L << 62 - random.Next(20));
        var sum = shares.Aggregate(0UL, (all, share) => all + (ulong)share.Raw);
        return sum == 0 ? shares : [.. shares.Select(share => new I32F32((long)(((UInt128)(ulong)share.Raw << 32) / sum)))];
    }

    private static long Quotient(I32F32 part, I32F32 by) => PartDivisors.Of(Vector256.Create(0, 2, 1L << 32, by.Raw)).Divide(Vector256.Create(0, 1, 1L << 32, part.Raw)) is var all
        && all[0] == 0 && all[1] == 1L << 31 && all[2] == 1L << 32 ? all[3] : -1;

    private static void For<T1, T2>(Func<T1, T2, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(int.MaxValue), Prop.ForAll(ArbMap.Default.ArbFor<T1>(), ArbMap.Default.ArbFor<T2>(), holds));
}

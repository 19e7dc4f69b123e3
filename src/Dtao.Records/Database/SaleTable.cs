using Dtao.Protocol.Ledgers;
using Dtao.Records.Events;

namespace Dtao.Records.Database;

/// <summary>Which subnet went from whom to whom and for how much, with the id of the purchase's row in <c>decisions</c>.</summary>
internal sealed class SaleTable(Inserts inserts)
{
    private readonly Insert sales = inserts.Into("subnet_sales", columns: 6);

    public void Add(in RunEvent told, SubnetSold sold) =>
        sales.Value(told.Block.Height).Value(sold.Account.Index).Value(sold.Seller.Index).Value(sold.Netuid.Value).Value(sold.Paid).Value(told.Id).Run();
}

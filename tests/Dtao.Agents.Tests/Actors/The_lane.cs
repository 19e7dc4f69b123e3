using Akka.Actor;
using Dtao.Agents.Lanes;

namespace Dtao.Agents.Tests.Actors;

/// <summary>An actor tells a crowd on its lane one number after the other, more than once round and more than the queue has room for at first.</summary>
public sealed class The_lane : IDisposable
{
    private const int Rounds = 3;

    private readonly ActorSystem system = Lane.Open("lane-spec");

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(5_000)]
    public void Delivers_in_the_order_in_which_it_was_told(int crowd)
    {
        var heard = Told(crowd).Select(message => message.Number);
        Assert.Equal(Enumerable.Range(0, Rounds * crowd), heard);
    }

    [Fact]
    public void Fetches_what_a_group_that_is_told_next_will_touch() => Assert.All(Told(crowd: 2 * Addresses.MostInGroup).Take(2 * Addresses.MostInGroup), message => Assert.True(message.WasFetched));

    public void Dispose() => system.Terminate().Wait(TimeSpan.FromSeconds(20));

    private List<(int Number, bool WasFetched)> Told(int crowd)
    {
        var end = new TaskCompletionSource<List<(int, bool)>>();
        system.ActorOf(Lane.Entry(Props.Create(() => new Speaker(crowd, end)))).Tell("begin");
        return end.Task.WaitAsync(TimeSpan.FromSeconds(60)).Result;
    }

    private sealed class Speaker(int crowd, TaskCompletionSource<List<(int, bool)>> end) : LaneActor
    {
        private readonly List<(int, bool)> heard = [];
        private Addresses listeners = Addresses.None;

        protected override void OnReceive(object message)
        {
            if (message is "begin") Open();
            else TellAll();
        }

        private void Open()
        {
            listeners = new Addresses([.. Enumerable.Range(0, crowd).Select(_ => Context.ActorOf(Lane.Inside(Props.Create(() => new Listener(heard)))))]);
            Self.Tell("all are there");
        }

        private void TellAll()
        {
            var seats = Enumerable.Range(0, Rounds * crowd).Select(number => number % crowd).ToArray();
            for (var told = 0; listeners.TellGroup(seats, ref told, number => number);)
            {
            }
            Context.ActorOf(Lane.Inside(Props.Create(() => new Closer(heard, end)))).Tell("end");
        }
    }

    private sealed class Listener(List<(int, bool)> heard) : LaneActor
    {
        private bool isFetched;

        internal override void FetchOwn() => isFetched = true;

        protected override void OnReceive(object message)
        {
            heard.Add(((int)message, isFetched));
            isFetched = false;
        }
    }

    private sealed class Closer(List<(int, bool)> heard, TaskCompletionSource<List<(int, bool)>> end) : LaneActor
    {
        protected override void OnReceive(object message) => end.SetResult(heard);
    }
}

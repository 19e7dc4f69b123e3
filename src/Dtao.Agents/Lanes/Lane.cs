using Akka.Actor;
using Akka.Configuration;

namespace Dtao.Agents.Lanes;

/// <summary>The actor system of one run. Its settings are written here: no user text ever reaches it.</summary>
public static class Lane
{
    private const string DispatcherId = "lane";
    private const string MailboxId = "lane-mailbox";

    private static readonly string Settings = $$"""
        akka {
          loglevel = OFF
          stdout-loglevel = OFF
          log-dead-letters = off
          log-dead-letters-during-shutdown = off
          coordinated-shutdown.run-by-clr-shutdown-hook = off
        }
        {{DispatcherId}} { type = "{{typeof(LaneDispatcherConfigurator).AssemblyQualifiedName}}", throughput = 1024 }
        {{MailboxId}} { mailbox-type = "{{typeof(LaneMailbox).AssemblyQualifiedName}}" }
        """;

    public static ActorSystem Open(string name) => ActorSystem.Create(name, ConfigurationFactory.ParseString(Settings));

    /// <summary>On the lane, with a mailbox that any thread may fill: for the one actor that the outside tells.</summary>
    public static Props Entry(Props props) => props.WithDispatcher(DispatcherId);

    /// <summary>On the lane, with a plain mailbox: for all whom only the lane tells.</summary>
    public static Props Inside(Props props) => props.WithDispatcher(DispatcherId).WithMailbox(MailboxId);
}
